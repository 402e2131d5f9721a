namespace PortalProxy.Limits;

/// <summary>One session key on its way to the appliance.</summary>
/// <param name="windows">Where its permits are kept.</param>
/// <param name="refusals">The windows in which a refusal goes on counting.</param>
/// <param name="handOffs">Those in which a page that may be a refusal does; none where no such page is to be expected.</param>
/// <param name="answer">What the windows said.</param>
public sealed class KeyTry(IWindows windows, IReadOnlyList<Window> refusals, IReadOnlyList<Window> handOffs, WindowAnswer answer)
{
    private int isSettled;

    /// <summary>How long to wait, where the try may not be made; null where it may.</summary>
    public TimeSpan? Wait => answer.Wait;

    /// <summary>The key was not refused, or nobody knows: the try costs nothing. A second time does nothing.</summary>
    public ValueTask GiveBackAsync() => SettleAsync([.. refusals, .. handOffs]);

    /// <summary>A page came that hands a phone to an app, or refuses: it counts as a hand-off alone. A second time does nothing.</summary>
    public ValueTask HandedOffAsync() => SettleAsync(refusals);

    private ValueTask SettleAsync(IReadOnlyList<Window> free) =>
        Wait is null && Interlocked.Exchange(ref isSettled, 1) == 0 ? windows.GiveBackAsync(free, answer.Permit) : default;
}
