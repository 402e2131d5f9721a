using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>A customer goes away: the appliance must not go on working for nobody.</summary>
[Collection<AloneCollection>]
public sealed class LeavingCustomerTests
{
    [Fact]
    public async Task Leaving_in_mid_stream_closes_the_appliances_connection()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var appliance = SendingUntilGone(gone);
        await AssertLeavingEndsItAsync(appliance, gone.Task);
    }

    [Fact]
    public async Task Leaving_while_the_portal_waits_for_the_customer_closes_the_appliances_connection()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var appliance = SendingUntilGone(gone);
        await AssertLeavingEndsItAsync(appliance, gone.Task, async () => await (await appliance.NextAsync()).WaitUntilFullAsync());
    }

    [Fact]
    public async Task Leaving_while_the_appliance_is_silent_closes_its_connection()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(100) + "MZ");
            await exchange.WaitUntilGoneAsync();
            gone.SetResult();
        });
        await AssertLeavingEndsItAsync(appliance, gone.Task);
    }

    [Fact]
    public async Task Leaving_before_the_answer_closes_the_appliances_connection()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.WaitUntilGoneAsync();
            gone.SetResult();
        });
        await using var portal = appliance.StartPortal();
        using var customer = await RawCustomer.GetAsync(portal, $"{PortalRequests.Door}?issue_menu=1");
        await appliance.NextAsync();

        var left = TimeProvider.System.GetTimestamp();
        customer.Leave();
        await Soon.Within(gone.Task);

        Assert.InRange(TimeProvider.System.GetElapsedTime(left), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal("CustomerLeft", Assert.Single(await portal.Log.WaitForAsync("Connector request")).Properties["Outcome"].ToString());
    }

    private static RawAppliance SendingUntilGone(TaskCompletionSource gone) => RawAppliance.Playing(async exchange =>
    {
        await exchange.SendAsync(RawAppliance.ClientHead(1L << 40));
        await exchange.SendUntilGoneAsync(new byte[16 * 1024]);
        gone.SetResult();
    });

    private static async Task AssertLeavingEndsItAsync(RawAppliance appliance, Task gone, Func<Task>? until = null)
    {
        // Idle and answer time-outs are longer than the test's patience: only the customer's leaving can end it.
        await using var portal = appliance.StartPortal(("Appliance:IdleTimeout", "00:10:00"), ("Appliance:AnswerTimeout", "00:10:00"));
        using var customer = await RawCustomer.GetAsync(portal, $"{PortalRequests.Door}?issue_menu=1");
        await customer.ReadHeadAsync();
        await customer.ReadAsync(new byte[2]);
        await (until?.Invoke() ?? Task.CompletedTask);
        Assert.False(gone.IsCompleted);

        var left = TimeProvider.System.GetTimestamp();
        customer.Leave();
        await Soon.Within(gone);

        Assert.InRange(TimeProvider.System.GetElapsedTime(left), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.Equal("CustomerLeft", Assert.Single(await portal.Log.WaitForAsync("Connector request")).Properties["Outcome"].ToString());
    }
}
