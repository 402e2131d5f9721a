namespace PortalProxy.Limits;

/// <summary>Keeps the windows: in this process, or in Redis for several replicas together.</summary>
public interface IWindows
{
    /// <summary>Takes a permit of each window, or of none where one of them is full.</summary>
    ValueTask<WindowAnswer> TakeAsync(IReadOnlyList<Window> windows);

    /// <summary>What <see cref="TakeAsync"/> would say; takes nothing.</summary>
    ValueTask<WindowAnswer> LookAsync(IReadOnlyList<Window> windows);

    /// <summary>Gives a permit back to each window, as if it had never been taken.</summary>
    ValueTask GiveBackAsync(IReadOnlyList<Window> windows, string permit);
}
