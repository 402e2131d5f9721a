namespace PortalProxy.Check;

/// <summary>How one step of the check ended.</summary>
internal enum Verdict
{
    Ok,

    /// <summary>The portal works, but not for long or not as well as it could.</summary>
    Warning,

    /// <summary>The portal will not work.</summary>
    Failed,

    /// <summary>A step before it failed, or there is nothing to ask.</summary>
    NotAsked,
}
