using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PortalProxy.Hosting;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

public sealed class ServerSentEventsTests : IHostApplicationLifetime, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource cleanedUp = new();

    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => stopping.Token;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    [Fact]
    public async Task A_source_that_takes_its_time_to_end_does_not_fail_the_answer()
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IHostApplicationLifetime>(this).AddSingleton(TimeProvider.System).BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        using var body = new MemoryStream();
        context.Response.Body = body;

        var answer = context.WriteEventsAsync("state", SlowToEndAsync);
        await stopping.CancelAsync();
        Assert.False(answer.IsCompleted);
        cleanedUp.SetResult();
        await Soon.Within(answer);

        Assert.Equal(":\n\nevent: state\ndata: first\n\n", Encoding.UTF8.GetString(body.ToArray()));
    }

    void IHostApplicationLifetime.StopApplication() => stopping.Cancel();

    public void Dispose() => stopping.Dispose();

    private async IAsyncEnumerable<string> SlowToEndAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return "first";
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        finally
        {
            await cleanedUp.Task;
        }
    }
}
