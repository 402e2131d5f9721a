namespace PortalProxy.SimulatedAppliance;

/// <summary>The vendor's parameter names, as the guide of 2008 spells them.</summary>
internal static class ParameterNames
{
    // Session generation.
    public const string Id = "id";
    public const string Name = "name";
    public const string ShortKey = "short_key";
    public const string AccessKey = "ak";
    public const string IssueMenu = "issue_menu";
    public const string CustomerName = "customer_name";
    public const string CustomerCompany = "customer_company";
    public const string CustomerCompanyCode = "customer_company_code";
    public const string CustomerDescription = "customer_desc";
    public const string ExternalKey = "external_key";

    // Command API.
    public const string Username = "username";
    public const string Password = "password";
    public const string Action = "action";
    public const string ShowMembers = "showmembers";
    public const string ShowIssues = "showissues";
    public const string Type = "type";
    public const string QueueId = "queue_id";
    public const string TimeToLive = "ttl";

    /// <summary>Those of a session that may come at most once.</summary>
    public static IReadOnlyList<string> OfSession { get; } =
        [Id, Name, ShortKey, AccessKey, IssueMenu, CustomerName, CustomerCompany, CustomerCompanyCode, CustomerDescription, ExternalKey];

    /// <summary>Those of a command that may come at most once.</summary>
    public static IReadOnlyList<string> OfCommand { get; } =
        [Username, Password, Action, ShowMembers, ShowIssues, Type, QueueId, TimeToLive, ExternalKey];
}
