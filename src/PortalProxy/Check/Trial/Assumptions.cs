using PortalProxy.Appliance;
using PortalProxy.Check.Client;

namespace PortalProxy.Check.Trial;

/// <summary>
/// What the portal assumes of appliances and no vendor text settles: which of it these answers bear out. The portal depends on
/// none of it silently, so one that does not hold is a warning.
/// </summary>
internal static class Assumptions
{
    private const string NotSeen = "not seen in these answers";

    public static IEnumerable<Finding> Of(DialectTrial configured, DialectTrial other, TriedWay way, int? issues)
    {
        var old = configured.Api == SessionApi.DownloadCustomerConnector ? configured : other;
        var all = configured.All.Concat(other.All).ToList();
        return
        [
            KeyParameter(old, way),
            Finding.NotAsked("invitation link", "/?ak= is not tried"),
            RefusalPage(configured, other),
            Attachment([.. all.Where(answer => answer.IsClient)]),
            IssueElements(issues),
        ];
    }

    private static Finding KeyParameter(DialectTrial old, TriedWay way)
    {
        const string Step = "key parameter of 2008";
        return way is not TriedWay.Key || !old.IsThere ? Finding.NotAsked(Step, NotSeen)
            : old.IsSpoken ? Finding.Ok(Step, "held: Appliance:SessionKeyParameter is what the appliance reads")
            : new(Step, Verdict.Warning, "not borne out: no client for this key", "Try a fresh key before you change Appliance:SessionKeyParameter.");
    }

    // Only of a dialect that the appliance speaks: what stands at an address that does not exist is no refusal of a request.
    private static Finding RefusalPage(DialectTrial configured, DialectTrial other)
    {
        const string Step = "refusals are pages";
        var refusals = new[] { configured, other }
            .Where(trial => trial.IsThere && !trial.AsksForSignIn)
            .SelectMany(trial => trial.All)
            .Where(answer => answer is { IsClient: false, Status: not null, Redirect: null })
            .ToList();
        return refusals.Count == 0 ? Finding.NotAsked(Step, NotSeen)
            : refusals.TrueForAll(answer => answer is { IsPage: true, Status: StatusCodes.Status200OK }) ? Finding.Ok(Step, "held: HTML with status 200")
            : new(
                Step,
                Verdict.Warning,
                $"did not hold: {string.Join(", ", refusals.Select(answer => $"status {answer.Status}{(answer.IsPage ? " HTML" : "")}").Distinct())}",
                "The portal calls such an answer a failure of the appliance, not a refusal. Tell the makers of the portal.");
    }

    private static Finding Attachment(IReadOnlyList<ClientAnswer> clients)
    {
        const string Step = "clients say attachment";
        return clients.Count == 0 ? Finding.NotAsked(Step, NotSeen)
            : clients.All(one => one.Header("Content-Disposition")?.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true)
                ? Finding.Ok(Step, "held")
                : new(Step, Verdict.Warning, "did not hold", "Nothing: the portal asks for a file name only.");
    }

    private static Finding IssueElements(int? issues)
    {
        const string Step = "elements of issues";
        return issues switch
        {
            null => Finding.NotAsked(Step, NotSeen),
            0 => new(
                Step, Verdict.Warning, "not borne out: the teams show no issue", "If the appliance has issues, write them into Portal:Issues and tell the makers of the portal."),
            _ => Finding.Ok(Step, "held: issues with number and title can be read"),
        };
    }
}
