namespace PortalProxy.Tests.Infrastructure;

/// <summary>A portal before a raw appliance, shared by the tests of one class; each says what the appliance is to say.</summary>
public sealed class RawPortal : IAsyncLifetime
{
    public RawAppliance Appliance { get; } = RawAppliance.Saying(RawAppliance.ClientHead(length: 2) + "MZ");

    public Portal Portal { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        Portal = Appliance.StartPortal();
        return ValueTask.CompletedTask;
    }

    /// <summary>Answers the next requests with these bytes, one a character.</summary>
    public void Say(string text) => Appliance.Answer = exchange => exchange.SendAsync(text);

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Appliance.DisposeAsync();
    }
}
