namespace PortalProxy.Tests.Infrastructure;

/// <summary>A clock that stands still until a test moves it. It has no timers.</summary>
public sealed class ManualTime : TimeProvider
{
    private DateTimeOffset now = new(2008, 11, 3, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
