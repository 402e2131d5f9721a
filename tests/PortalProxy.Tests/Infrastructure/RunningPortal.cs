namespace PortalProxy.Tests.Infrastructure;

/// <summary>A portal of its own process, and a customer of it who follows no redirect and keeps no cookie.</summary>
public sealed class RunningPortal(PortalProcess process, Uri url) : IAsyncDisposable
{
    public PortalProcess Process => process;

    public Uri Url => url;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = url };

    public Task<HttpResponseMessage> GetAsync(string target) =>
        Client.GetAsync(target, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    public async Task<HttpResponseMessage> PostAsync(string target, string form)
    {
        using var content = new StringContent(form, null, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>The status of an answer whose body does not matter.</summary>
    public async Task<int> StatusAsync(string target)
    {
        using var answer = await GetAsync(target);
        return (int)answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await process.DisposeAsync();
    }
}
