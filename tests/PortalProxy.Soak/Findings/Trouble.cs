namespace PortalProxy.Soak.Findings;

/// <summary>What is wrong at a time, and therefore may be seen at that time.</summary>
internal enum Trouble
{
    /// <summary>A replica is being stopped or started anew: its event streams end. Nothing else may be seen.</summary>
    RollingRestart,

    /// <summary>The appliance is dead, its partner serves: downloads in mid-stream break visibly, keys of one mean nothing to the other.</summary>
    MainAway,

    /// <summary>Both are dead: what needs the appliance is answered 502.</summary>
    BothAway,

    /// <summary>Redis is dead: a start page on another replica hears nothing of its download.</summary>
    RedisAway,
}
