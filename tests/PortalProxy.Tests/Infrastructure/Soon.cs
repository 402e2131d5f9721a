namespace PortalProxy.Tests.Infrastructure;

/// <summary>Awaits a signal. The limit is for a test that fails; one that passes never gets near it.</summary>
public static class Soon
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static async Task Within(Task signal) => await signal.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public static async Task<T> Within<T>(Task<T> signal) => await signal.WaitAsync(Limit, TestContext.Current.CancellationToken);
}
