namespace PortalProxy.SimulatedAppliance;

internal static class StandAlone
{
    private static Task Main() => Task.CompletedTask;
}
