namespace PortalProxy.Connector.Downloads;

/// <summary>How far the portal has come with sending a customer client. What a browser did with it, nobody here can know.</summary>
public enum DownloadState
{
    /// <summary>The first bytes are on their way.</summary>
    Started,

    /// <summary>The last byte was sent.</summary>
    HandedOver,

    /// <summary>It ended before its last byte, whoever broke off.</summary>
    BrokenOff,
}
