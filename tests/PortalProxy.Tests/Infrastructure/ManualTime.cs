namespace PortalProxy.Tests.Infrastructure;

/// <summary>A clock that stands still until a test moves it. It has no timers.</summary>
public sealed class ManualTime : TimeProvider
{
    private DateTimeOffset now = new(2008, 11, 3, 9, 0, 0, TimeSpan.Zero);
    private TimeSpan wrong;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now + wrong;

    public override long GetTimestamp() => now.Ticks;

    public void Advance(TimeSpan by) => now += by;

    /// <summary>Somebody sets the machine's clock; no time passes.</summary>
    public void SetClock(TimeSpan by) => wrong += by;
}
