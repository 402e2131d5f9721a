namespace PortalProxy.Connector.Downloads;

/// <summary>
/// Carries the state of a download from the request that sends it to the start page that asked for it. Kept for minutes; where
/// several replicas run, the two may be on different ones.
/// </summary>
public interface IDownloadStates
{
    /// <summary>Never throws and never waits: a download does not fail for want of somebody to tell.</summary>
    void Report(DownloadId id, DownloadState state);

    /// <summary>The state as it is and every later one, until the download has ended. Waits for a download that is yet to start.</summary>
    IAsyncEnumerable<DownloadState> FollowAsync(DownloadId id, CancellationToken cancellationToken);
}
