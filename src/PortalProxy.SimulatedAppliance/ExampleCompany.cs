namespace PortalProxy.SimulatedAppliance;

/// <summary>
/// Who and what a new simulated appliance starts with. Four of the five representatives are logged in;
/// the fifth is the only member of the second team, so that the team's issue has nobody.
/// </summary>
internal static class ExampleCompany
{
    public const string DefaultSite = "Support Portal";

    public static IReadOnlyList<string> Locales { get; } =
        ["en-us", "de", "es", "fr", "it", "ja", "nl", "pl", "pt-br", "ru", "sv", "tr"];

    // Ids of representatives, teams and issues do not overlap, so that a mix-up shows.
    public static IReadOnlyList<Representative> LoggedIn { get; } =
    [
        new(101, "Åsa Lindqvist", "Lindqvist, A. (second line)"),
        new(102, "Jürgen Groß", "Gross, J. (first line)", SupportSessions: 1),
        new(103, "Mary O’Neill & Co", "ONeill, M. (contractor)", Type: RepresentativeType.Embassy),
        new(104, "Nadia Benali", "Benali, N. (management)", OnList: false),
    ];

    public static Representative Absent { get; } = new(105, "Tomáš Novák", "Novak, T. (field)");

    public static IReadOnlyList<SupportTeam> Teams { get; } =
    [
        new(11, "Customer Care", [101, 102, 103, 104],
        [
            new(1, "I can’t sign in", "sign_in"),
            new(2, "Printing & scanning", "printing"),
            new(3, "My computer is slow", "slow_computer"),
        ]),
        new(12, "Field Technicians", [105], [new(4, "Broken hardware", "hardware")]),
    ];
}
