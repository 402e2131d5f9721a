using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using PortalProxy.Connector.Forwarding;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>The portal cannot send to the customer: that is not the appliance's fault, wherever it shows.</summary>
public sealed class BrokenLineTests
{
    [Theory, InlineData(1), InlineData(2)]
    public async Task A_write_that_fails_is_no_failure_of_the_appliance(int failingWrite)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(100) + "MZ");
            await Soon.Within(arrived.Task);
            await exchange.SendAsync("abc");
            await exchange.WaitUntilGoneAsync();
        });
        await using var portal = Portal.With(
            services => services.AddSingleton<IStartupFilter>(new BrokenLine(failingWrite)), ("Appliance:BaseUrl", appliance.Url.AbsoluteUri));
        using var customer = await RawCustomer.GetAsync(portal, $"{PortalRequests.Door}?issue_menu=1");

        // The abort may overtake the head.
        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            try
            {
                await customer.ReadHeadAsync();
            }
            finally
            {
                arrived.SetResult();
            }

            await customer.ReadToEndAsync();
        });
        Assert.Equal("CustomerLeft", Assert.Single(await portal.Log.WaitForAsync("Connector request")).Properties["Outcome"].ToString());
    }

    private sealed class BrokenLine(int failingWrite) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
                context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new FailingStream(body.Stream, failingWrite), body));
                return then(context);
            });
            next(app);
        };
    }

    private sealed class FailingStream(Stream inner, int failingWrite) : PassingStream(inner)
    {
        private int writes;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (++writes == failingWrite)
            {
                await FlushAsync(cancellationToken); // Starts the answer.
                throw new IOException("The line is broken.");
            }

            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
