using Microsoft.Extensions.FileProviders;
using System.Security.Cryptography;
using System.Text;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.Look;

/// <summary>
/// The portal's style sheet: the files of <c>wwwroot/css</c> and a site's accent colour in one, since each file more is a round trip
/// more on a first visit. The name holds a hash of the content.
/// </summary>
internal sealed record StyleSheet(string FileName, string Text)
{
    public static StyleSheet Of(AccentColor? accent, IWebHostEnvironment environment)
    {
        var parts = environment.WebRootFileProvider.GetDirectoryContents("css")
            .Where(file => file.Name.EndsWith(".css", StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(Read);
        var own = accent is null ? "" : $":root {{ --accent: light-dark({accent.Light}, {accent.Dark}); }}\n";
        var text = string.Join('\n', parts.Append(own));
        return new($"portal-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..8])}.css", text);
    }

    private static string Read(IFileInfo file)
    {
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }
}
