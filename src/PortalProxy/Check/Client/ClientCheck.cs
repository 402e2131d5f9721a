using PortalProxy.Connector.Dialects;
using PortalProxy.Appliance;
using PortalProxy.Connector;

namespace PortalProxy.Check.Client;

/// <summary>Whether the appliance offers a client to an issue request, by HEAD: nothing is downloaded and no session begins.</summary>
internal sealed class ClientCheck(ClientQuestions questions, ApplianceOptions options, ClientWords words)
{
    public const string Step = "customer client";

    /// <param name="host">The host name to ask under; null: that of the address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Finding> AskAsync(string? host, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(options.SessionApi, host, cancellationToken);
        var asked = host is null ? "" : $"{host}: ";
        var finding = answer.IsClient
            ? Finding.Ok(Step, asked + words.Describe(answer))
            : Finding.Failed(Step, asked + words.Describe(answer), await RemedyAsync(answer, host, cancellationToken));
        return finding with { Facts = words.Facts(answer) };
    }

    private async Task<string> RemedyAsync(ClientAnswer answer, string? host, CancellationToken cancellationToken)
    {
        if (answer.Status is null)
        {
            return "Check that the appliance's public site is up; Appliance:AnswerTimeout says how long it is waited for.";
        }

        if (SignIn.IsAskedFor(answer))
        {
            return SignIn.Remedy;
        }

        var other = options.SessionApi == SessionApi.StartSession ? SessionApi.DownloadCustomerConnector : SessionApi.StartSession;
        var otherAnswer = await AskAsync(other, host, cancellationToken);
        return otherAnswer.IsClient
            ? $"Set Appliance:SessionApi to {other}: in that dialect the appliance offers a client."
            : "Run check --try issue: it shows what the appliance answers, and proposes settings.";
    }

    private Task<ClientAnswer> AskAsync(SessionApi api, string? host, CancellationToken cancellationToken)
    {
        var request = new ConnectorRequest.ByIssue(null, null, CustomerDetails.None);
        var written = ConnectorDialect.Of(options with { SessionApi = api }).Write(request);
        return questions.AskAsync(HttpMethod.Head, written.PathAndQuery, host, cancellationToken);
    }
}
