using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>
/// A portal with the narrowest limits, before an appliance that fails in the way which the id of the issue names, and sends a
/// cookie and its own policies every time; shared by the tests of one class.
/// </summary>
public sealed class TroubledPortal : IAsyncLifetime
{
    public const string OfClient = "id=1";
    public const string OfPage = "id=2";
    public const string OfFailure = "id=3";
    public const string OfSilence = "id=4";
    public const string OfStore = "id=5";
    public const string OfRedirect = "id=6";
    public const string OfNothing = "id=7";
    public const string OfHalf = "id=8";

    private static readonly string[] Own =
    [
        "Set-Cookie: ns_s=1; Path=/", "Server: Bomgar", "X-Appliance-Node: 1", "Content-Security-Policy: default-src *", "X-Frame-Options: ALLOWALL",
        "Cache-Control: public, max-age=99", "Access-Control-Allow-Origin: *", "Strict-Transport-Security: max-age=1", "Referrer-Policy: unsafe-url", "Via: 1.1 inner",
    ];

    private readonly RawAppliance appliance = RawAppliance.Playing(AnswerAsync);

    public Portal Portal { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        Portal = appliance.StartPortal(
            ("Portal:TrustedProxies:0", "127.0.0.0/8"),
            ("Appliance:AnswerTimeout", "00:00:01"),
            ("Portal:RateLimits:ConnectorRequestsPerMinute", "1"), ("Portal:RateLimits:PagesPerMinute", "1"), ("Portal:RateLimits:ConcurrentDownloads", "1"));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await appliance.DisposeAsync();
    }

    private static Task AnswerAsync(RawExchange exchange) => exchange.Target.Split('&')[^1] switch
    {
        OfClient => exchange.SendAsync(RawAppliance.ClientHead(2, Own) + "MZ"),
        OfPage => exchange.SendAsync(Head("200 OK", "Content-Type: text/html", "Content-Length: 2") + "no"),
        OfFailure => exchange.SendAsync(Head("500 Oh", "Content-Length: 0")),
        OfStore => exchange.SendAsync(Head("302 Found", "Location: https://apps.apple.com/app", "Content-Length: 0")),
        OfRedirect => exchange.SendAsync(Head("302 Found", "Location: https://elsewhere.example/", "Content-Length: 0")),
        OfNothing => Task.CompletedTask,
        OfHalf => HalfAsync(exchange),
        _ => exchange.WaitUntilGoneAsync(),
    };

    private static async Task HalfAsync(RawExchange exchange)
    {
        await exchange.SendAsync(RawAppliance.ClientHead(2, Own) + "M");
        await exchange.WaitUntilGoneAsync();
    }

    private static string Head(string status, params string[] headers) =>
        $"HTTP/1.1 {status}\r\n{string.Concat(Own.Concat(headers).Select(header => header + "\r\n"))}Connection: close\r\n\r\n";
}
