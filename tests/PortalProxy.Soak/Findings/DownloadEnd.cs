namespace PortalProxy.Soak.Findings;

/// <summary>How a download that was begun has ended.</summary>
internal enum DownloadEnd
{
    /// <summary>All bytes of a client that an appliance has.</summary>
    Whole,

    /// <summary>The connection was aborted, or ended short of the length: nobody takes it for whole.</summary>
    VisiblyBroken,

    /// <summary>The customer left.</summary>
    Left,

    /// <summary>It ended as if it were whole, and is not: what must never be.</summary>
    FalselyWhole,
}
