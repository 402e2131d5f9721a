namespace PortalProxy.Connector.Reading;

/// <summary>A parameter of a connector request, known by the name that the portal's own forms carry: that of 2008 where it has one.</summary>
public sealed record ConnectorParameter(string Name)
{
    public static readonly ConnectorParameter SessionKey = new("short_key");
    public static readonly ConnectorParameter InvitationKey = new("ak");
    public static readonly ConnectorParameter IssueMenu = new("issue_menu");
    public static readonly ConnectorParameter CustomerName = new("customer_name");
    public static readonly ConnectorParameter CustomerCompany = new("customer_company");
    public static readonly ConnectorParameter CustomerCompanyCode = new("customer_company_code");
    public static readonly ConnectorParameter Description = new("customer_desc");
    public static readonly ConnectorParameter ExternalKey = new("external_key");
    public static readonly ConnectorParameter Id = new("id");
    public static readonly ConnectorParameter RepresentativeName = new("name");
    public static readonly ConnectorParameter CodeName = new("codeName");
    public static readonly ConnectorParameter Locale = new("locale");
    public static readonly ConnectorParameter Skills = new("session.skills");

    /// <summary>The customer agrees to what the site asks for. The portal's own; the appliance knows nothing of it.</summary>
    public static readonly ConnectorParameter Agreement = new("agreement");

    private const string CustomPrefix = "session.custom.";

    /// <summary>The code name of a custom attribute; null for every other parameter.</summary>
    public string? CustomCodeName =>
        Name.StartsWith(CustomPrefix, StringComparison.Ordinal) ? Name[CustomPrefix.Length..] : null;

    /// <summary>The parameter of an attribute that an administrator declared (<c>Portal:Fields</c>).</summary>
    public static ConnectorParameter Custom(string codeName) => new(CustomPrefix + codeName);

    public override string ToString() => Name;
}
