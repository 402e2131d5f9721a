namespace PortalProxy.SimulatedAppliance.Connector;

/// <summary>One spelling of the fields that go with a session.</summary>
/// <param name="Customer">Name, company and company code.</param>
/// <param name="Description">The customer's own words; the appliance's forms have a second name for them.</param>
/// <param name="Attributes">What custom attributes begin with, or the help desk's ticket where it is the only one.</param>
/// <param name="Others">Fields of one spelling alone.</param>
internal sealed record Naming(
    IReadOnlyList<string> Customer,
    IReadOnlyList<string> Description,
    string Attributes,
    IReadOnlyList<string> Others)
{
    private static readonly IReadOnlyList<string> StartMethods =
        [ParameterNames.Id, ParameterNames.Name, ParameterNames.ShortKey, ParameterNames.AccessKey, ParameterNames.IssueMenu];

    private static readonly IReadOnlyList<string> UnderscoredCustomer = ["customer_name", "customer_company", "customer_company_code"];

    /// <summary>The guide of 2008.</summary>
    public static Naming Guide2008 { get; } = new(UnderscoredCustomer, ["customer_desc"], ParameterNames.ExternalKey, []);

    /// <summary>The current API.</summary>
    public static Naming Dotted { get; } = new(
        ["customer.name", "customer.company", "customer.company_code"],
        ["customer.details"],
        "session.custom.",
        [ParameterNames.CodeName, ParameterNames.Locale, ParameterNames.Skills]);

    /// <summary>The current appliance's own public pages.</summary>
    public static Naming PublicPages { get; } = new(
        UnderscoredCustomer,
        ["customer_desc", "customer_details"],
        ParameterNames.ExternalKey,
        [ParameterNames.CodeName, ParameterNames.Locale]);

    public bool IsAttribute(string name) =>
        Attributes.EndsWith('.') ? name.StartsWith(Attributes, StringComparison.Ordinal) : name == Attributes;

    /// <summary>Whether it may come at most once; what nobody knows may come as often as it likes.</summary>
    public bool Knows(string name) =>
        IsAttribute(name) || StartMethods.Concat(Customer).Concat(Description).Concat(Others).Contains(name);
}
