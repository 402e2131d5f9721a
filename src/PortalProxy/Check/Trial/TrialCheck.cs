using PortalProxy.Connector.Dialects;
using PortalProxy.Appliance;
using PortalProxy.Check.Client;
using PortalProxy.Connector;

namespace PortalProxy.Check.Trial;

/// <summary>
/// <c>check --try</c>, the first contact with a real appliance: asks for a client in both dialects and reads from the answers
/// what kind of appliance it is.
/// </summary>
internal sealed class TrialCheck(ApplianceUnderCheck appliance, PortalSettings settings, Redaction redaction, Report report)
{
    private readonly string? host = settings.Sites.Default.ApplianceHost;
    private readonly ApplianceOptions options = appliance.Options;

    public async Task AskAsync(TriedWay way, CancellationToken cancellationToken)
    {
        var check = new AddressCheck(appliance, [host], redaction);
        await check.AskAsync(cancellationToken);
        report.Add(appliance.Address.AbsoluteUri, check.Lines);
        if (!check.IsOpen(host))
        {
            report.Add("Trial", Finding.NotAsked(TrialRequest.Step, "the portal does not talk to this address"));
            return;
        }

        var (request, fault) = TrialRequest.Of(way, check.Commands);
        if (request is null)
        {
            report.Add("Trial", fault!);
            return;
        }

        var (configured, other) = await AskInBothAsync(request, cancellationToken);
        var lines = new TrialLines(new ClientWords(redaction));
        report.Add($"{configured.Api}, the dialect of the settings", lines.Of(configured, isConfigured: true));
        report.Add($"{other.Api}, the other dialect", lines.Of(other, isConfigured: false));
        var reading = new TrialReading(configured, other, way, settings);
        report.Add("What this appliance is", reading.Findings);
        report.Add("Assumptions that no vendor text settles", Assumptions.Of(configured, other, way, check.Commands.IssueCount));
        report.Proposals = reading.Proposals;
    }

    // Both HEADs come first: a GET may use a key up, and the other dialect would look as if it were not there.
    private async Task<(DialectTrial Configured, DialectTrial Other)> AskInBothAsync(ConnectorRequest request, CancellationToken cancellationToken)
    {
        var own = options.SessionApi;
        var other = own == SessionApi.StartSession ? SessionApi.DownloadCustomerConnector : SessionApi.StartSession;
        var heads = (await AskAsync(own, HttpMethod.Head), await AskAsync(other, HttpMethod.Head));
        return (
            new(own, heads.Item1, await AskAsync(own, HttpMethod.Get), await AskAsync(own, HttpMethod.Get)),
            new(other, heads.Item2, await AskAsync(other, HttpMethod.Get), await AskAsync(other, HttpMethod.Get)));

        Task<ClientAnswer> AskAsync(SessionApi api, HttpMethod method) => appliance.Clients.AskAsync(
            method, ConnectorDialect.Of(options with { SessionApi = api }).Write(request).PathAndQuery, host, cancellationToken);
    }
}
