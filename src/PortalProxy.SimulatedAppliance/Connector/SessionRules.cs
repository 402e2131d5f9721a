using System.Globalization;

namespace PortalProxy.SimulatedAppliance.Connector;

/// <summary>Decides whether a request starts a session. There are three ways, and a request must take exactly one.</summary>
internal sealed class SessionRules(ApplianceState state, SimulatedApplianceOptions options)
{
    /// <summary>The connector request; <paramref name="useKey"/> uses a session key up.</summary>
    public bool Allow(RecordedRequest request, Naming naming, bool useKey) =>
        request.Readable
        && !request.Parameters.Where(field => naming.Knows(field.Name)).GroupBy(field => field.Name).Any(same => same.Count() > 1)
        && (options.Era == Era.Guide2008 || SessionLimits.AreKept(request, naming, state.Locales))
        && AllowMethod(request, naming, useKey);

    /// <summary>The link <c>/?ak=…</c> of an invitation.</summary>
    public bool AllowInvitation(RecordedRequest request, bool useKey) =>
        request.Readable
        && request.Values(ParameterNames.AccessKey) is [var accessKey]
        && state.IsGoodKey(known => known.AccessKey == accessKey, useKey);

    private bool AllowMethod(RecordedRequest request, Naming naming, bool useKey)
    {
        var shortKey = request.Value(ParameterNames.ShortKey);
        var issueMenu = request.Value(ParameterNames.IssueMenu);
        var id = request.Value(ParameterNames.Id);
        var name = request.Value(ParameterNames.Name);
        var codeName = naming.Knows(ParameterNames.CodeName) ? request.Value(ParameterNames.CodeName) : null;
        return (shortKey, issueMenu, id, name, codeName) switch
        {
            ({ } key, null, null, null, null) => state.IsGoodKey(known => known.ShortKey == key, useKey),
            (null, "1", null, null, null) => true,
            (null, "1", { } chosen, null, null) => options.RepresentativesInIssuesMenu ? IsLoggedIn(chosen) : IsIssue(issue => Text(issue.Id) == chosen),
            (null, "1", null, null, { } chosen) => IsIssue(issue => issue.CodeName == chosen),
            (null, null, { } wanted, { } called, null) => IsLoggedIn(wanted, called),
            _ => false,
        };
    }

    private bool IsIssue(Func<Issue, bool> fits) => state.Teams.SelectMany(team => team.Issues).Any(fits);

    private bool IsLoggedIn(string id, string? name = null) =>
        state.LoggedIn.Select(person => person.Representative)
            .Any(representative => Text(representative.Id) == id && (name is null || representative.DisplayName == name));

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
