using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PortalProxy.SimulatedAppliance.Control;

/// <summary>The control page's HTML: works without scripts, and reloads by hand.</summary>
internal static class ControlPage
{
    private const int RequestsShown = 20;
    private const int KeysShown = 5;
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style = """
        body { font: 1.0625rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1a1a1a; background: #fff }
        table { border-collapse: collapse; width: 100% }
        th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8a8a8a; vertical-align: top; overflow-wrap: anywhere }
        button, select, input { font: inherit; padding: .3rem .8rem }
        .key { font: 700 2.5rem/1.2 ui-monospace, monospace; letter-spacing: .1em; margin: .5rem 0 }
        """;

    public static string Write(Era era, ApplianceState state, RequestRecord requests, string site) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Simulated appliance</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        <h1>Simulated appliance</h1>
        <p>A stand-in for a support appliance. Nothing here is real: use it to try a portal.</p>
        <p id="era">It plays an appliance of {EraText(era)}.</p>
        <h2 id="representatives">Representatives</h2>
        <table aria-labelledby="representatives">
        <thead><tr><th scope="col">Id</th><th scope="col">Name</th><th scope="col">State</th><th scope="col">Change</th></tr></thead>
        <tbody>{Rows(state.Representatives, representative => RepresentativeRow(state, representative))}</tbody>
        </table>
        <h2 id="keys">Session keys</h2>
        <form method="post" action="{ControlForms.MakeKey}">
        <label>Queue <select name="{ControlForms.Queue}">{Rows(Queues(state), queue => $"<option>{Text(queue)}</option>")}</select></label>
        <label>Minutes <input name="{ControlForms.Minutes}" type="number" min="1" max="10080" value="60" required></label>
        <button>Make a session key</button>
        </form>
        {Rows(state.Keys.TakeLast(1), key => $"<p class=\"key\">{key.ShortKey}</p>")}
        <table aria-labelledby="keys">
        <thead><tr><th scope="col">Key</th><th scope="col">Invitation link</th><th scope="col">Queue</th><th scope="col">Good until</th><th scope="col">Used</th></tr></thead>
        <tbody>{Rows(state.Keys.Reverse().Take(KeysShown), key => KeyRow(key, site))}</tbody>
        </table>
        <h2 id="requests">Recent requests</h2>
        <table aria-labelledby="requests">
        <thead><tr><th scope="col">Time</th><th scope="col">Method</th><th scope="col">Address</th><th scope="col">Body</th></tr></thead>
        <tbody>{Rows(requests.All.Reverse().Take(RequestsShown), RequestRow)}</tbody>
        </table>
        <p><a href="{ControlRoutes.Prefix}">Show what has changed</a></p>
        </main>
        </body>
        </html>

        """;

    private static string EraText(Era era) => era == Era.Current
        ? "today: /api/start_session, and /api/command with OAuth 2.0"
        : "2008: /download_customer_connector.ns, and /api/command.ns with user name and password";

    private static string RepresentativeRow(ApplianceState state, Representative representative)
    {
        var there = state.LoggedIn.Any(person => person.Representative.Id == representative.Id);
        var name = Text(representative.DisplayName) + (representative.OnList ? "" : " (not on the list)");
        var (action, label) = there ? (ControlForms.LogOut, "Log out") : (ControlForms.LogIn, "Log in");
        return $"""
            <tr><td>{representative.Id}</td><td>{name}</td><td>{(there ? "logged in" : "logged out")}</td>
            <td><form method="post" action="{action}"><button name="{ControlForms.Id}" value="{representative.Id}" aria-label="{label} {Text(representative.DisplayName)}">{label}</button></form></td></tr>
            """;
    }

    private static string KeyRow(GeneratedKey key, string site)
    {
        var link = Text($"{site}/?ak={key.AccessKey}");
        return $"<tr><td>{key.ShortKey}</td><td><a href=\"{link}\">{link}</a></td><td>{Text(key.Queue)}</td><td>{Time(key.Expires)}</td><td>{(key.Used ? "yes" : "no")}</td></tr>";
    }

    // Passwords of the command API show too: they are the simulator's own.
    private static string RequestRow(RecordedRequest request) =>
        $"<tr><td>{Time(request.ReceivedAt)}</td><td>{Text(request.Method)}</td><td>{Text(request.RawTarget)}</td><td>{Text(request.Body)}</td></tr>";

    private static IEnumerable<string> Queues(ApplianceState state) =>
    [
        "general",
        .. state.Representatives.Select(representative => $"rep:{representative.Id}"),
        .. state.Teams.Select(team => $"team:{team.Id}"),
        .. state.Teams.SelectMany(team => team.Issues).Select(issue => $"issue:{issue.CodeName}"),
    ];

    private static string Rows<T>(IEnumerable<T> items, Func<T, string> row) => string.Concat(items.Select(row));

    private static string Text(string text) => Html.Encode(text);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
