using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>One way in which an appliance that was reached has no client for a customer, and what the portal makes of it.</summary>
/// <param name="Name">As a test's name says it: the appliance …</param>
/// <param name="Outcome">What the log calls it; it decides the status and the words.</param>
/// <param name="Cause">What the log names.</param>
/// <param name="Answer">What the appliance does.</param>
internal sealed record UpstreamFault(string Name, string Outcome, string Cause, Func<RawExchange, Task> Answer)
{
    /// <summary>Stands in whatever the appliance says and may stand nowhere else.</summary>
    public const string Said = "Qk9Wording";

    /// <summary>The time-outs, where only one of them ends the wait.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private const string Failed = "ApplianceFailed";
    private const string UntilAnswer = "Appliance:AnswerTimeout";
    private const string Page = "Content-Type: text/html; charset=utf-8\r\n";
    private const string Text = $"<h1>{Said}</h1>";

    public static IReadOnlyList<UpstreamFault> All { get; } =
    [
        Saying("hangs up without a word", "Request: ResponseEnded", ""),
        Saying("hangs up within its headers", "Request: ResponseEnded", $"HTTP/1.1 200 OK\r\nX-Said: {Said}"),
        Saying("hangs up after its headers", "ResponseBodyDestination: ResponseEnded", RawAppliance.ClientHead(100, $"X-Said: {Said}")),
        Saying("speaks another protocol", "Request: InvalidResponse", $"SSH-2.0-{Said}\r\n\r\n"),
        Saying("sends a header that is none", "Request: InvalidResponse", $"HTTP/1.1 200 OK\r\n{Said}\r\n\r\n"),
        new("never answers", "TooSlow", "no answer in time", exchange => exchange.WaitUntilGoneAsync()) { TimeOut = UntilAnswer },
        new("falls silent after its headers", "TooSlow", "nothing moved for 00:00:01", async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(100));
            await exchange.WaitUntilGoneAsync();
        }) { TimeOut = "Appliance:IdleTimeout" },
        new("sends its headers a byte at a time", "TooSlow", "no answer in time", exchange => exchange.DripAsync("HTTP/1.1 200 OK\r\nX-Said: ", "x")) { TimeOut = UntilAnswer },
        new("never comes to the point", "TooSlow", "no answer in time", exchange => exchange.DripAsync("", "HTTP/1.1 100 Continue\r\n\r\n")) { TimeOut = UntilAnswer },
        Saying("answers 500", "answered 500", $"HTTP/1.1 500 {Said}\r\n{Page}Content-Length: {Text.Length}\r\n\r\n{Text}"),
        Saying("answers 204", "answered 204", "HTTP/1.1 204 No Content\r\nContent-Disposition: attachment; filename=a.exe\r\n\r\n"),
        Saying("answers a part", "answered 206", "HTTP/1.1 206 Partial Content\r\nContent-Disposition: attachment; filename=a.exe\r\nContent-Length: 2\r\n\r\nMZ"),
        Saying("redirects to another site", "redirected elsewhere", $"HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/{Said}\r\nContent-Length: 0\r\n\r\n"),
        Saying("redirects to nowhere", "answered 302", "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"),
        new("redirects in a circle", Failed, "redirected more than 3 times", exchange => exchange.SendAsync($"HTTP/1.1 302 Found\r\nLocation: {exchange.Target}\r\nContent-Length: 0\r\n\r\n")),
        Saying("answers with a page", "answered 200", $"HTTP/1.1 200 OK\r\n{Page}Set-Cookie: a={Said}\r\nContent-Length: {Text.Length}\r\n\r\n{Text}") with { Outcome = "Refused" },
        new("answers with a page that never ends", "Refused", "answered 200", async exchange =>
        {
            await exchange.SendAsync($"HTTP/1.1 200 OK\r\n{Page}\r\n{Text}");
            await exchange.SendUntilGoneAsync(new byte[16 * 1024]);
        }),
        Saying("sends a file without a name", "answered 200", "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 2\r\n\r\nMZ"),
        Saying("sends 100 KB of headers", "Request: ConfigurationLimitExceeded", RawAppliance.ClientHead(2, [.. Enumerable.Range(0, 100).Select(number => $"X-{number}: {Said}{new string('x', 1024)}")]) + "MZ"),
        Saying("states a length that is no number", "no clear length", RawAppliance.ClientHead(null, "Content-Length: many") + "MZ"),
        Saying("states a length with a plus", "no clear length", RawAppliance.ClientHead(null, "Content-Length: +2") + "MZ"),
        Saying("states two lengths", "no clear length", RawAppliance.ClientHead(2, "Content-Length: 3") + "MZ"),
        Saying("states no length", "of unknown length", RawAppliance.ClientHead(null) + "MZ") with { Outcome = "HandedOver" },
        Saying("sends more than it stated", "Request: InvalidResponse", RawAppliance.ClientHead(2) + $"MZ{Said}"),
        Saying("names a file that no header can carry", "ResponseHeaders", RawAppliance.ClientHead(2, "Content-Disposition: attachment; filename=\u0001.exe") + "MZ"),
    ];

    /// <summary>The setting that ends it, where nothing else does.</summary>
    public string? TimeOut { get; init; }

    public (string Key, string Value)[] Settings => TimeOut is null ? [] : [(TimeOut, $"{Limit:c}")];

    /// <summary>Whether there was no answer at all, or not a byte of the client, so that a failover partner is asked.</summary>
    public bool GoesOn => TimeOut is null && (Cause.StartsWith("Request:", StringComparison.Ordinal) || Cause.StartsWith("ResponseBody", StringComparison.Ordinal));

    public int Status => Outcome switch { "HandedOver" => 200, "Refused" => 422, "TooSlow" => 504, _ => 502 };

    public static UpstreamFault Of(string name) => All.Single(one => one.Name == name);

    public override string ToString() => Name;

    private static UpstreamFault Saying(string name, string cause, string text) => new(name, Failed, cause, exchange => exchange.SendAsync(text));
}
