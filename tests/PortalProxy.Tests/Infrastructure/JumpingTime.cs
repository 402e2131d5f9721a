namespace PortalProxy.Tests.Infrastructure;

/// <summary>The system's clock, set forward or back while everything that was timed before goes on.</summary>
public sealed class JumpingTime : TimeProvider
{
    private long ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ticks));

    public void JumpTo(DateTimeOffset moment) => Interlocked.Exchange(ref ticks, (moment - base.GetUtcNow()).Ticks);
}
