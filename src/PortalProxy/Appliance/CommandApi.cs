using System.Net;
using System.Xml.Linq;
using Polly;

namespace PortalProxy.Appliance;

/// <summary>
/// The appliance's command API: who is logged in, which teams and issues there are. Credentials travel in a POST body or in a
/// header, never in a URL, and each call closes its connection, as the vendor asks.
/// </summary>
public sealed class CommandApi(HttpClient http, ApplianceOptions options)
{
    private readonly Redaction redaction = Redaction.Of(options);

    /// <exception cref="CommandApiException">The appliance could not be asked, or its answer is none.</exception>
    public async Task<IReadOnlyList<Representative>> GetLoggedInRepresentativesAsync(CancellationToken cancellationToken) =>
        CommandAnswers.LoggedInRepresentatives(await AskAsync("get_logged_in_reps", [], cancellationToken));

    /// <exception cref="CommandApiException">The appliance could not be asked, or its answer is none.</exception>
    public async Task<IReadOnlyList<SupportTeam>> GetSupportTeamsAsync(CancellationToken cancellationToken) =>
        CommandAnswers.SupportTeams(
            await AskAsync("get_support_teams", [new("showmembers", "1"), new("showissues", "1")], cancellationToken));

    private async Task<XElement> AskAsync(string action, KeyValuePair<string, string>[] parameters, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await SendAsync([new("action", action), .. parameters], cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new CommandApiException($"{action}: the appliance answered with status {(int)response.StatusCode}.") { Status = response.StatusCode };
            }

            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await CommandXml.ReadAsync(body, action, redaction, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new CommandApiException($"{action}: the appliance could not be asked ({redaction.Clean(FailureMessage.Of(failure))})", failure);
        }
        catch (ExecutionRejectedException failure)
        {
            throw new CommandApiException($"{action}: the appliance has failed several times and is left alone for some seconds.", failure);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CommandApiException($"{action}: no answer within {options.CommandTimeout:c}.", failure);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(KeyValuePair<string, string>[] fields, CancellationToken cancellationToken)
    {
        var account = options.Credentials ?? throw new InvalidOperationException("There is no command API account to ask with.");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.BaseUrl, options.CommandPath))
        {
            Content = new FormUrlEncodedContent([.. account.Fields, .. fields]),
        };
        request.Headers.ConnectionClose = true;

        // The whole body, so that the time-out holds for it too: an answer that trickles must not occupy the directory for ever.
        return await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
    }
}
