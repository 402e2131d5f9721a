using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PortalProxy.Hosting;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>Between the signal to stop and the end of listening.</summary>
public sealed class DrainTests
{
    [Theory]
    [InlineData("Production", false)]
    [InlineData("Development", true)]
    public async Task Listening_goes_on_for_the_delay_and_a_developer_waits_for_nothing(string environment, bool isAtOnce)
    {
        var time = new FakeTimeProvider();
        var drain = new Drain(
            new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1)), new HostingEnvironment { EnvironmentName = environment }, time, NullLogger<Drain>.Instance);
        Assert.False(drain.IsUnderWay);

        var stopping = drain.StoppingAsync(TestContext.Current.CancellationToken);

        Assert.True(drain.IsUnderWay);
        Assert.Equal(isAtOnce, stopping.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(5));
        await Soon.Within(stopping);
    }
}
