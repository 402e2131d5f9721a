using System.Text;
using System.Xml.Linq;
using PortalProxy.Appliance;

namespace PortalProxy.Tests.Appliance;

/// <summary>Reads text as the portal reads an answer of the command API.</summary>
internal static class Xml
{
    public static async Task<XElement> ReadAsync(string text)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await CommandXml.ReadAsync(body, "get_something", new([]), TestContext.Current.CancellationToken);
    }

    public static async Task<string> RefusalOfAsync(string text) =>
        (await Assert.ThrowsAsync<CommandApiException>(() => ReadAsync(text))).Message;
}
