using System.Diagnostics;
using PortalProxy.Soak.Deeds;
using PortalProxy.Soak.Findings;

namespace PortalProxy.Soak.Customers;

/// <summary>
/// Sends each request to the replica that was chosen for it, and to another one where that one's port is closed; notes the status
/// of each answer and how long its head took.
/// </summary>
internal sealed class Sending(HttpMessageHandler line, Func<Uri> choose, Ledger ledger) : DelegatingHandler(line)
{
    private const int Tries = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var asked = request.RequestUri!.PathAndQuery;
        for (var left = Tries; ; left--)
        {
            request.RequestUri = new Uri(choose(), asked);
            try
            {
                var answer = await base.SendAsync(request, cancellationToken);
                ledger.Answer(KindOf(request), (int)answer.StatusCode, began);
                return answer;
            }
            catch (HttpRequestException closed) when (closed.HttpRequestError == HttpRequestError.ConnectionError && left > 1)
            {
                ledger.WentElsewhere();
            }
        }
    }

    private static string KindOf(HttpRequestMessage request) => (request.Method.Method.ToUpperInvariant(), request.RequestUri!.AbsolutePath) switch
    {
        (var method, Links.Door or "/api/start_session") => $"{method} client",
        ("GET", "/availability") => "availability",
        ("GET", "/availability/events") => "events: availability",
        ("GET", var path) when path.StartsWith("/downloads/", StringComparison.Ordinal) => "events: download",
        ("GET", "/" or "/representatives" or "/session-key" or "/issue") => "page",
        ("POST", "/representatives" or "/session-key" or "/issue") => "form",
        ("GET", var path) when path.Contains('.', StringComparison.Ordinal) => "asset",
        _ => "other",
    };
}
