using System.Globalization;

namespace PortalProxy.SimulatedAppliance;

/// <summary>Who is there, which teams and issues exist, which keys work, and what is to go wrong. Safe for any thread.</summary>
public sealed class ApplianceState
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly SortedDictionary<int, Representative> known = [];
    private readonly SortedDictionary<int, LoggedInRepresentative> loggedIn = [];
    private readonly SessionKeys keys;
    private volatile IReadOnlyList<SupportTeam> teams = ExampleCompany.Teams;
    private volatile IReadOnlyList<string> locales = ExampleCompany.Locales;
    private volatile IReadOnlyDictionary<string, string> sites = new Dictionary<string, string>();
    private ConnectorRedirect? redirect;

    internal ApplianceState(TimeProvider time, TimeSpan tokenLifetime)
    {
        this.time = time;
        keys = new SessionKeys(time);
        Tokens = new AccessTokens(time, tokenLifetime);
        foreach (var representative in ExampleCompany.LoggedIn)
            LogIn(representative);
        known.Add(ExampleCompany.Absent.Id, ExampleCompany.Absent);
    }

    /// <summary>Everybody who has an account, by id.</summary>
    public IReadOnlyList<Representative> Representatives => Locked(() => known.Values.ToList());

    /// <summary>Everybody who is logged in, by id.</summary>
    public IReadOnlyList<LoggedInRepresentative> LoggedIn => Locked(() => loggedIn.Values.ToList());

    /// <summary>The support teams with their members and issues; may be replaced.</summary>
    public IReadOnlyList<SupportTeam> Teams
    {
        get => teams;
        set => teams = value;
    }

    /// <summary>The languages that are installed, as <c>locale</c> names them; may be replaced.</summary>
    public IReadOnlyList<string> Locales
    {
        get => locales;
        set => locales = value;
    }

    /// <summary>Names of public sites by host name without port; any other host gets the default site. May be replaced.</summary>
    public IReadOnlyDictionary<string, string> Sites
    {
        get => sites;
        set => sites = new Dictionary<string, string>(value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The tokens of the current command API.</summary>
    public AccessTokens Tokens { get; }

    /// <summary>All session keys made so far, oldest first.</summary>
    public IReadOnlyList<GeneratedKey> Keys => keys.All;

    /// <summary>The command API answers every call with status 500.</summary>
    public bool Failing { get; set; }

    /// <summary>The command API answers every call with <c>&lt;error&gt;</c> and this text; null: it answers properly.</summary>
    public string? ErrorText { get; set; }

    /// <summary>The connector request and <c>/?ak=</c> answer with status 500.</summary>
    public bool ConnectorFailing { get; set; }

    /// <summary>Where the connector request and <c>/?ak=</c> redirect to instead of answering; null again when its times are used up.</summary>
    public ConnectorRedirect? ConnectorRedirect
    {
        get => Locked(() => redirect);
        set => Locked(() => redirect = value is { Times: <= 0 } ? null : value);
    }

    /// <summary>Bytes of the client after which the connection breaks off without an end.</summary>
    public long BreakOffAfter { get; set; } = long.MaxValue;

    /// <summary>Requests that were recorded wait for this before they are answered; a caller who leaves ends the wait.</summary>
    public Task AnswerAfter { get; set; } = Task.CompletedTask;

    /// <summary>Logs somebody in, as new or with what has changed.</summary>
    public void LogIn(Representative representative) => Locked(() =>
    {
        known[representative.Id] = representative;
        return loggedIn[representative.Id] = new LoggedInRepresentative(representative, time.GetUtcNow());
    });

    /// <summary>Logs somebody out; false if nobody of this id was logged in.</summary>
    public bool LogOut(int id) => Locked(() => loggedIn.Remove(id));

    /// <summary>Makes a session key.</summary>
    /// <param name="queue"><c>general</c>, <c>rep:ID</c>, <c>team:ID</c> or <c>issue:CODE</c> of one that exists.</param>
    /// <param name="ttl">How long it is good for; more than nothing.</param>
    /// <param name="externalKey">The help desk's ticket, if any.</param>
    /// <exception cref="ArgumentException">The queue does not exist or the time is no time.</exception>
    public GeneratedKey MakeKey(string queue, TimeSpan ttl, string? externalKey = null)
    {
        if (!HasQueue(queue))
            throw new ArgumentException($"There is no queue '{queue}': general, rep:ID, team:ID or issue:CODE of one that exists.", nameof(queue));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ttl, TimeSpan.Zero);
        return keys.Make(queue, ttl, externalKey);
    }

    internal bool IsGoodKey(Predicate<GeneratedKey> fits, bool use) => keys.IsGood(fits, use);

    internal string? TakeRedirect() => Locked(() =>
    {
        var location = redirect?.Location;
        if (redirect is { Times: { } times })
            redirect = times > 1 ? redirect with { Times = times - 1 } : null;
        return location;
    });

    internal string SiteAt(string host) => sites.GetValueOrDefault(host, ExampleCompany.DefaultSite);

    internal bool HasQueue(string queue) => queue.Split(':', 2) switch
    {
        ["general"] => true,
        ["rep", var id] => Representatives.Any(representative => Text(representative.Id) == id),
        ["team", var id] => Teams.Any(team => Text(team.Id) == id),
        ["issue", var code] => Teams.SelectMany(team => team.Issues).Any(issue => issue.CodeName == code),
        _ => false,
    };

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private T Locked<T>(Func<T> work)
    {
        lock (gate)
            return work();
    }
}
