using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>The ways to start a session, each with fields that the simulated appliance accepts once.</summary>
public enum StartMethod
{
    Representative,
    SessionKey,
    Invitation,
    Issue,
    GeneralQueue,
}

public static class StartMethods
{
    public static string Form(this StartMethod method, Stand appliance) => method switch
    {
        StartMethod.Representative => PortalRequests.Query(("id", "101"), ("name", "Åsa Lindqvist")),
        StartMethod.SessionKey => $"short_key={appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).ShortKey}",
        StartMethod.Invitation => $"ak={appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).AccessKey}",
        StartMethod.Issue => "issue_menu=1&id=2",
        _ => "issue_menu=1",
    };
}
