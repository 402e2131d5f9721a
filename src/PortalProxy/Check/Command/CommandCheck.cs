using PortalProxy.Appliance;

namespace PortalProxy.Check.Command;

/// <summary>Whether the command API lets the account in, and what it tells of representatives, teams and issues.</summary>
internal sealed class CommandCheck(CommandApi api, ApplianceOptions options, Redaction redaction)
{
    private const string Login = "command API";
    private const string Representatives = "representatives";
    private const string Teams = "teams";
    private const string Issues = "issues";

    /// <summary>Every step of this check, for whoever can't even begin it.</summary>
    public static IReadOnlyList<Finding> NotAsked(string why) =>
        [.. new[] { Login, Representatives, Teams, Issues }.Select(step => Finding.NotAsked(step, why))];

    public async Task<CommandFindings> AskAsync(CancellationToken cancellationToken)
    {
        if (options.Credentials is not { } account)
        {
            return new(NotAsked("there is no account: the portal lists nobody, and issues come from Portal:Issues"));
        }

        IReadOnlyList<Representative> people;
        try
        {
            people = await api.GetLoggedInRepresentativesAsync(cancellationToken);
        }
        catch (CommandApiException failure)
        {
            return new([Failed(Login, failure, account), .. NotAsked("the command API did not let the account in").Skip(1)]);
        }

        var login = Finding.Ok(Login, $"{options.CommandPath} lets the account in");
        var listed = people.Count(one => one.OnList);
        var logged = Finding.Ok(Representatives, $"{people.Count} logged in, {listed} of them listed") with
        {
            Facts = new Dictionary<string, object?> { ["loggedIn"] = people.Count, ["listed"] = listed },
        };
        try
        {
            var teams = await api.GetSupportTeamsAsync(cancellationToken);
            var issues = teams.SelectMany(team => team.Issues).DistinctBy(issue => issue.Id).Count();
            return new([login, logged, Counted(Teams, teams.Count), Counted(Issues, issues)]) { LoggedIn = people, IssueCount = issues };
        }
        catch (CommandApiException failure)
        {
            return new([login, logged, Failed(Teams, failure, account), Finding.NotAsked(Issues, "teams tell them")]) { LoggedIn = people };
        }
    }

    private Finding Failed(string step, CommandApiException failure, CommandCredentials account) =>
        Finding.Failed(step, redaction.Clean(failure.Message), CommandRemedy.Of(failure, account)) with
        {
            Facts = new Dictionary<string, object?> { ["status"] = (int?)failure.Status },
        };

    private static Finding Counted(string step, int count) =>
        Finding.Ok(step, $"{count}") with { Facts = new Dictionary<string, object?> { ["count"] = count } };
}
