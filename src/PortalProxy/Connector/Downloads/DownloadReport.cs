namespace PortalProxy.Connector.Downloads;

/// <summary>Tells the start page that asked for a download how it fares. A refusal is told by the answer itself, never here.</summary>
internal sealed class DownloadReport(IDownloadStates states, DownloadId id)
{
    /// <summary>In the query: the body is the customer's, and this is not for the appliance.</summary>
    public const string Parameter = "download";

    /// <returns>Null where the request comes from no start page, or from one without scripts.</returns>
    public static DownloadReport? Of(HttpRequest request, IDownloadStates states) =>
        DownloadId.TryParse(request.Query[Parameter], out var id) ? new(states, id) : null;

    public void Started() => states.Report(id, DownloadState.Started);

    public void Ended(ConnectorOutcome outcome) =>
        states.Report(id, outcome == ConnectorOutcome.HandedOver ? DownloadState.HandedOver : DownloadState.BrokenOff);
}
