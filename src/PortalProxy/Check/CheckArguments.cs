using System.Diagnostics.CodeAnalysis;

namespace PortalProxy.Check;

/// <summary>What stands after <c>check</c> on the command line.</summary>
/// <param name="Json">For machines.</param>
/// <param name="Try">Ask for clients in earnest, and how; null: look only.</param>
/// <param name="Settings">Settings that the command line adds, as the portal takes them.</param>
internal sealed record CheckArguments(bool Json, TriedWay? Try, string[] Settings)
{
    public const string Usage = """
        Usage: dotnet PortalProxy.dll check [--json] [--try WAY] [--Section:Setting=value …]

          --json                        one JSON object instead of a table
          --try issue                   ask the appliance for a client by an issue request
          --try representative:ID       by a representative who is logged in (representative:ID:NAME without a command API account)
          --try key:KEY                 by a session key; a key may work only once
          --Appliance:BaseUrl=https://… any setting, as the portal takes it

        Exit code: 0 all is well, 1 something failed, 2 these arguments are wrong.
        """;

    private static readonly string[] Sections = ["--Appliance:", "--Portal:", "--Serilog:"];

    public static bool TryParse(IReadOnlyList<string> arguments, [NotNullWhen(true)] out CheckArguments? parsed)
    {
        var json = false;
        TriedWay? way = null;
        var settings = new List<string>();
        parsed = null;
        for (var at = 0; at < arguments.Count; at++)
        {
            switch (arguments[at])
            {
                case "--json" when !json:
                    json = true;
                    break;
                case "--try" when way is null && at + 1 < arguments.Count && TriedWay.TryParse(arguments[at + 1], out way):
                    at++;
                    break;
                case var setting when IsSetting(setting):
                    settings.Add(setting);
                    break;
                default:
                    return false;
            }
        }

        parsed = new(json, way, [.. settings]);
        return true;
    }

    // Of the sections that the portal reads only: a misspelt option must not pass for a setting that nobody asks for.
    private static bool IsSetting(string argument) =>
        argument.Contains('=', StringComparison.Ordinal)
        && Sections.Any(section => argument.StartsWith(section, StringComparison.OrdinalIgnoreCase));
}
