namespace PortalProxy.SimulatedAppliance.Connector;

/// <summary>Tells iOS and Android by the User-Agent. An iPad that calls itself a Macintosh is taken for one, as on the appliance.</summary>
internal static class Phone
{
    private static readonly IReadOnlyList<string> Systems = ["Android", "iPhone", "iPad", "iPod"];

    public static bool Asks(RecordedRequest request) =>
        request.Header("User-Agent") is { } userAgent
        && Systems.Any(system => userAgent.Contains(system, StringComparison.OrdinalIgnoreCase));
}
