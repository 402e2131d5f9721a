namespace PortalProxy.Limits;

/// <summary>One session key on its way to the appliance.</summary>
public sealed class KeyTry(IWindows windows, IReadOnlyList<Window> asked, WindowAnswer answer)
{
    private int isGivenBack;

    /// <summary>How long to wait, where the try may not be made; null where it may.</summary>
    public TimeSpan? Wait => answer.Wait;

    /// <summary>The key was not refused, or nobody knows: the try costs nothing. A second time does nothing.</summary>
    public ValueTask GiveBackAsync() =>
        Wait is null && Interlocked.Exchange(ref isGivenBack, 1) == 0 ? windows.GiveBackAsync(asked, answer.Permit) : default;
}
