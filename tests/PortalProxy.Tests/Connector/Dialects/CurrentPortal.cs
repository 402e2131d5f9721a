using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Connector.Dialects;

/// <summary>A portal in the current dialect before an appliance of today, without a command API account; shared by the tests of one class.</summary>
public sealed class CurrentPortal : IAsyncLifetime
{
    public static readonly (string Key, string Value)[] Settings =
    [
        ("Appliance:SessionApi", "StartSession"),
        ("Appliance:Locales:0", "de"), ("Appliance:Locales:1", "pt-br"),
        ("Portal:Fields:0:CodeName", "asset"), ("Portal:Fields:0:Label", "Asset tag"), ("Portal:Fields:0:Labels:en", "Asset tag on the sticker"),
        ("Portal:Fields:0:Pattern", "[A-Z]{2}[0-9]+|none"), ("Portal:Fields:0:Length", "8"),
        ("Portal:Fields:1:CodeName", "area"), ("Portal:Fields:1:Label", "Area"), ("Portal:Fields:1:Kind", "Choice"),
        ("Portal:Fields:1:Choices:0", "Küche"), ("Portal:Fields:1:Choices:1", "Office & hall"),
        ("Portal:Fields:2:CodeName", "unattended"), ("Portal:Fields:2:Label", "Nobody is there"), ("Portal:Fields:2:Kind", "Checkbox"),
        ("Portal:Fields:3:CodeName", "note"),
    ];

    public Stand Appliance { get; private set; } = null!;

    public Portal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Appliance = await Simulated.StartAsync(Era.Current);
        Portal = Portal.Start([("Appliance:BaseUrl", Appliance.Url.AbsoluteUri), .. Settings]);
    }

    /// <summary>Sends a form that is right, and gives what reached the appliance.</summary>
    public async Task<RecordedRequest> ArrivedAsync(string form, string path = "/api/start_session", string method = "POST")
    {
        Appliance.Requests.Clear();
        using var answer = await Portal.AskAsync(method, path, form);
        Assert.Equal(200, (int)answer.StatusCode);
        return Assert.Single(Appliance.Requests.All);
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Appliance.DisposeAsync();
    }
}
