using System.Net;
using System.Xml.Linq;

namespace PortalProxy.Appliance;

/// <summary>
/// The appliance's command API: who is logged in, which teams and issues there are. Credentials travel in a POST body, and each
/// call closes its connection, as the vendor asks.
/// </summary>
public sealed class CommandApi(HttpClient http, ApplianceOptions options)
{
    /// <exception cref="CommandApiException">The appliance could not be asked, or its answer is none.</exception>
    public async Task<IReadOnlyList<Representative>> GetLoggedInRepresentativesAsync(CancellationToken cancellationToken) =>
        CommandAnswers.LoggedInRepresentatives(await AskAsync("get_logged_in_reps", [], cancellationToken));

    /// <exception cref="CommandApiException">The appliance could not be asked, or its answer is none.</exception>
    public async Task<IReadOnlyList<SupportTeam>> GetSupportTeamsAsync(CancellationToken cancellationToken) =>
        CommandAnswers.SupportTeams(
            await AskAsync("get_support_teams", [new("showmembers", "1"), new("showissues", "1")], cancellationToken));

    private async Task<XElement> AskAsync(string action, KeyValuePair<string, string>[] parameters, CancellationToken cancellationToken)
    {
        var account = options.Credentials ?? throw new InvalidOperationException("There is no command API account to ask with.");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.BaseUrl, options.CommandPath))
        {
            Content = new FormUrlEncodedContent(
                [new("username", account.Username), new("password", account.Password), new("action", action), .. parameters]),
        };
        request.Headers.ConnectionClose = true;

        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new CommandApiException($"{action}: the appliance answered with status {(int)response.StatusCode}.");
            }

            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await CommandXml.ReadAsync(body, action, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new CommandApiException($"{action}: the appliance could not be asked ({failure.Message})", failure);
        }
    }
}
