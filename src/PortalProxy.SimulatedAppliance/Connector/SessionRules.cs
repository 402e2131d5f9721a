using System.Globalization;

namespace PortalProxy.SimulatedAppliance.Connector;

/// <summary>Decides whether a request starts a session. There are three ways, and a request must take exactly one.</summary>
internal sealed class SessionRules(ApplianceState state, bool representativesInIssuesMenu)
{
    /// <summary>The connector request; <paramref name="useKey"/> uses a session key up.</summary>
    public bool Allow(RecordedRequest request, bool useKey)
    {
        if (!request.Readable || ParameterNames.OfSession.Any(name => request.Values(name).Count > 1))
            return false;

        var shortKey = request.Value(ParameterNames.ShortKey);
        var issueMenu = request.Value(ParameterNames.IssueMenu);
        var id = request.Value(ParameterNames.Id);
        var name = request.Value(ParameterNames.Name);
        return (shortKey, issueMenu, id, name) switch
        {
            ({ } key, null, null, null) => state.IsGoodKey(known => known.ShortKey == key, useKey),
            (null, "1", null, null) => true,
            (null, "1", { } chosen, null) => representativesInIssuesMenu ? IsLoggedIn(chosen) : IsIssue(chosen),
            (null, null, { } wanted, { } called) => IsLoggedIn(wanted, called),
            _ => false,
        };
    }

    /// <summary>The link <c>/?ak=…</c> of an invitation.</summary>
    public bool AllowInvitation(RecordedRequest request, bool useKey) =>
        request.Readable
        && request.Values(ParameterNames.AccessKey) is [var accessKey]
        && state.IsGoodKey(known => known.AccessKey == accessKey, useKey);

    private bool IsIssue(string id) =>
        state.Teams.SelectMany(team => team.Issues).Any(issue => Text(issue.Id) == id);

    private bool IsLoggedIn(string id, string? name = null) =>
        state.LoggedIn.Select(person => person.Representative)
            .Any(representative => Text(representative.Id) == id && (name is null || representative.DisplayName == name));

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
