using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using PortalProxy.Appliance;
using PortalProxy.Tests.Hosting;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>A download that is under way while the appliance and other customers do all that can be done wrong, at once.</summary>
public sealed class BarrageTests
{
    private const int ClientBytes = 8 * 1024 * 1024;
    private const string Long = "issue_menu=1&id=900";
    private const int Piece = 16 * 1024;

    private readonly byte[] client = RandomNumberGenerator.GetBytes(ClientBytes);
    private readonly TaskCompletionSource isOver = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory, InlineData(SessionApi.DownloadCustomerConnector), InlineData(SessionApi.StartSession)]
    public async Task A_download_outlives_every_fault_of_all_others(SessionApi dialect)
    {
        await using var appliance = RawAppliance.Playing(AnswerAsync);
        await using var portal = appliance.StartPortal(
            ("Appliance:SessionApi", dialect.ToString()), ("AllowedHosts", "localhost;127.0.0.1"),
            ("Appliance:AnswerTimeout", "00:00:08"), ("Appliance:IdleTimeout", "00:00:08"));
        using var download = await portal.GetAsync($"{PortalRequests.Door}?{Long}");
        await using var stream = await download.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var arrived = new byte[ClientBytes];
        var reading = stream.ReadExactlyAsync(arrived, TestContext.Current.CancellationToken).AsTask();

        var appliances = UpstreamFault.All.Select((fault, number) => ApplianceFaultAsync(portal, number, fault.Status));
        var customers = CustomerFault.All.Select(fault => CustomerFaultAsync(portal, fault));
        await Soon.Within(Task.WhenAll([.. appliances, .. appliances, .. customers, .. customers]));

        Assert.False(reading.IsCompleted);
        isOver.SetResult();
        await Soon.Within(reading);

        Assert.Equal(SHA256.HashData(client), SHA256.HashData(arrived));
        Assert.Equal(0, await stream.ReadAsync(new byte[1], TestContext.Current.CancellationToken));
        await portal.Log.WaitForAsync("Connector request by", one => one.Properties["Bytes"].ToString() == $"{ClientBytes}");
    }

    private async Task AnswerAsync(RawExchange exchange)
    {
        var id = int.Parse(exchange.Target.Split("id=")[1], CultureInfo.InvariantCulture);
        if (id != 900)
        {
            await UpstreamFault.All[id - 1].Answer(exchange);
            return;
        }

        await exchange.SendAsync(RawAppliance.ClientHead(ClientBytes));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var sent = 0;
        for (; !isOver.Task.IsCompleted && sent < ClientBytes - Piece; sent += Piece)
        {
            await exchange.SendAsync(client.AsMemory(sent, Piece));
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        await Soon.Within(isOver.Task);
        await exchange.SendAsync(client.AsMemory(sent));
    }

    private static async Task ApplianceFaultAsync(Portal portal, int number, int status)
    {
        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1&id={number + 1}");
        Assert.Equal(status, (int)answer.StatusCode);
        await answer.BytesAsync();
    }

    private static async Task CustomerFaultAsync(Portal portal, CustomerFault fault)
    {
        try
        {
            using var customer = await RawCustomer.AskAsync(portal, fault.Request);
            await customer.ReadHeadAsync();
            customer.Leave();
        }
        catch (IOException failure) when (failure is EndOfStreamException || failure.InnerException is SocketException)
        {
            // The portal has closed the connection, as it may.
        }
    }
}
