namespace PortalProxy.SimulatedAppliance;

/// <summary>The vendor's parameter names; the fields of a session have two spellings, see <see cref="Connector.Naming"/>.</summary>
internal static class ParameterNames
{
    // Session generation.
    public const string Id = "id";
    public const string Name = "name";
    public const string ShortKey = "short_key";
    public const string AccessKey = "ak";
    public const string IssueMenu = "issue_menu";
    public const string CodeName = "codeName";
    public const string ExternalKey = "external_key";
    public const string Locale = "locale";
    public const string Skills = "session.skills";

    // Command API.
    public const string Username = "username";
    public const string Password = "password";
    public const string Action = "action";
    public const string ShowMembers = "showmembers";
    public const string ShowIssues = "showissues";
    public const string Type = "type";
    public const string QueueId = "queue_id";
    public const string TimeToLive = "ttl";

    /// <summary>Those of a command that may come at most once.</summary>
    public static IReadOnlyList<string> OfCommand { get; } =
        [Username, Password, Action, ShowMembers, ShowIssues, Type, QueueId, TimeToLive, ExternalKey];
}
