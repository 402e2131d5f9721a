using PortalProxy.Appliance;
using PortalProxy.Check.Command;
using PortalProxy.Connector;

namespace PortalProxy.Check.Trial;

/// <summary>Makes the connector request that <c>--try</c> asks for.</summary>
internal static class TrialRequest
{
    public const string Step = "request";

    /// <returns>The request, or the finding that says why there is none.</returns>
    public static (ConnectorRequest? Request, Finding? Fault) Of(TriedWay way, CommandFindings commands) => way switch
    {
        TriedWay.Key key => (new ConnectorRequest.BySessionKey(key.Typed, CustomerDetails.None), null),
        TriedWay.Representative { Name: { } name } one => (new ConnectorRequest.ByRepresentative(one.Id, name, CustomerDetails.None), null),
        TriedWay.Representative one => OfRepresentative(one.Id, commands.LoggedIn),
        _ => (new ConnectorRequest.ByIssue(null, null, CustomerDetails.None), null),
    };

    private static (ConnectorRequest?, Finding?) OfRepresentative(RepresentativeId id, IReadOnlyList<Representative>? loggedIn)
    {
        if (loggedIn is null)
        {
            return (null, Finding.Failed(Step, $"the name of representative {id} is not known", "Write --try representative:ID:NAME, with the name for customers."));
        }

        return loggedIn.FirstOrDefault(one => one.Id == id) is { } found
            ? (new ConnectorRequest.ByRepresentative(id, found.Name, CustomerDetails.None), null)
            : (null, Finding.Failed(
                Step,
                $"representative {id} is not logged in",
                loggedIn.Count == 0 ? "Have somebody log in first." : $"Try one of {string.Join(", ", loggedIn.Select(one => one.Id))}."));
    }
}
