namespace PortalProxy.Limits;

/// <summary>Windows of all replicas together while Redis is there, of this one while it is not.</summary>
public sealed class SharedWindows(RedisWindows shared, LocalWindows local) : IWindows
{
    // Tells permits of Redis from this process's own, which are numbers.
    private const char Mark = 'r';

    public async ValueTask<WindowAnswer> TakeAsync(IReadOnlyList<Window> windows) =>
        await shared.AskAsync(windows, $"{Mark}{Guid.NewGuid():N}") ?? await local.TakeAsync(windows);

    public async ValueTask<WindowAnswer> LookAsync(IReadOnlyList<Window> windows) =>
        await shared.AskAsync(windows, permit: "") ?? await local.LookAsync(windows);

    /// <summary>A permit that can't be given back, because Redis has gone since, ends with its window.</summary>
    public ValueTask GiveBackAsync(IReadOnlyList<Window> windows, string permit) =>
        permit.StartsWith(Mark) ? shared.GiveBackAsync(windows, permit) : local.GiveBackAsync(windows, permit);
}
