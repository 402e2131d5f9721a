using PortalProxy.Connector.Forwarding;
using System.Net.Http.Headers;
using PortalProxy.Appliance;

namespace PortalProxy.Check.Client;

/// <summary>Asks an appliance for a client as a customer on Windows would, follows it to itself, and reads no more than a piece.</summary>
internal sealed class ClientQuestions(Uri address, ApplianceOptions settings, HttpClient http)
{
    // Enough of a page for its text; a client is broken off there, as by a customer who changes their mind.
    private const int MostBytes = 256 * 1024;
    private const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) PortalProxy check";

    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <param name="method">HEAD or GET.</param>
    /// <param name="pathAndQuery">A dialect's.</param>
    /// <param name="host">The host name to ask under; null: that of the address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ClientAnswer> AskAsync(HttpMethod method, string pathAndQuery, string? host, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(settings.AnswerTimeout);
        try
        {
            for (var followed = 0; ; followed++)
            {
                using var answer = await SendAsync(method, pathAndQuery, host, deadline.Token);
                var redirect = RedirectOf(answer);
                if (redirect is null || followed == Redirects.Most || !Redirects.IsOwn(redirect, host, settings))
                {
                    return await ReadAsync(answer, deadline.Token) with { Redirect = redirect, Followed = followed };
                }

                pathAndQuery = redirect.PathAndQuery;
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return ClientAnswer.None($"no answer ({failure.GetBaseException().Message})");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ClientAnswer.None($"no whole answer within {settings.AnswerTimeout:c}");
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string pathAndQuery, string? host, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(address.AbsoluteUri.TrimEnd('/') + pathAndQuery, AsWritten));
        request.Headers.Host = host;
        request.Headers.UserAgent.ParseAdd(Windows);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static Uri? RedirectOf(HttpResponseMessage answer) =>
        (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location
            ? new Uri(answer.RequestMessage!.RequestUri!, location)
            : null;

    private static async Task<ClientAnswer> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MostBytes];
        var count = await body.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, cancellationToken);
        var isPage = ApplianceAnswer.IsPage(answer);
        return new()
        {
            Status = (int)answer.StatusCode,
            Judgement = ApplianceAnswer.Judge(answer),
            FileName = ApplianceAnswer.FileNameOf(answer),
            Length = answer.Content.Headers.ContentLength,
            Headers = [.. Named(answer.Headers.NonValidated), .. Named(answer.Content.Headers.NonValidated)],
            IsPage = isPage,
            Page = isPage ? System.Text.Encoding.UTF8.GetString(buffer, 0, count) : "",
            BytesRead = count,
            IsBrokenOff = count == MostBytes,
        };
    }

    private static IEnumerable<(string Name, string Value)> Named(HttpHeadersNonValidated headers) =>
        headers.Select(header => (header.Key, header.Value.ToString()));
}
