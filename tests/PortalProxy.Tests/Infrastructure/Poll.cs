namespace PortalProxy.Tests.Infrastructure;

/// <summary>Waits for a condition, not for a time: a slow machine makes a test slower, never red.</summary>
public static class Poll
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="TimeoutException">The condition did not come true for a minute.</exception>
    public static async Task UntilAsync(Func<Task<bool>> isTrue, string condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var ticks = new PeriodicTimer(Interval);
        try
        {
            while (!await isTrue())
            {
                await ticks.WaitForNextTickAsync(patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Waited in vain until {condition}.");
        }
    }

    public static Task UntilAsync(Func<bool> isTrue, string condition) => UntilAsync(() => Task.FromResult(isTrue()), condition);
}
