using System.Security.Cryptography;
using PortalProxy.Appliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>20 MB through the portal, which holds on to next to nothing of them.</summary>
[Collection<AloneCollection>]
public sealed class StreamingTests
{
    private const int ClientBytes = 20 * 1024 * 1024;
    private const int Step = 60 * 1024;
    private const int ReadAtOnce = 64 * 1024;
    private const int SmallReceiveBuffer = 32 * 1024;

    [Fact]
    public async Task Each_piece_reaches_the_customer_before_the_next_one_exists()
    {
        using var received = new SemaphoreSlim(0);
        var piece = RandomNumberGenerator.GetBytes(Step);
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(ClientBytes));
            for (var left = ClientBytes; left > 0; left -= Step)
            {
                await exchange.SendAsync(piece.AsMemory(0, Math.Min(Step, left)));
                Assert.True(await received.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
            }
        });
        await using var portal = appliance.StartPortal();
        using var customer = await RawCustomer.GetAsync(portal, $"{PortalRequests.Door}?issue_menu=1");
        await customer.ReadHeadAsync();

        var buffer = new byte[Step];
        for (var left = ClientBytes; left > 0; left -= Step)
        {
            var size = Math.Min(Step, left);
            await customer.ReadAsync(buffer.AsMemory(0, size));
            Assert.True(buffer.AsSpan(0, size).SequenceEqual(piece.AsSpan(0, size)));
            received.Release();
        }

        var ended = Assert.Single(await portal.Log.WaitForAsync("Connector request"));
        Assert.Equal(ClientBytes.ToString(System.Globalization.CultureInfo.InvariantCulture), ended.Properties["Bytes"].ToString());
    }

    [Fact]
    public async Task Memory_stays_flat_while_a_customer_reads_slowly()
    {
        await using var appliance = await Simulated.StartAsync(ClientBytes);
        await using var portal = Portal.Start(("Appliance:BaseUrl", appliance.Url.AbsoluteUri));
        await DownloadAsync(portal, static () => { }); // Pools are filled once.

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var most = 0L;
        var hash = await DownloadAsync(portal, () => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before));

        Assert.Equal(appliance.Client.Sha256, hash);
        Assert.InRange(most, long.MinValue, 4 * 1024 * 1024);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - allocated, 0, ClientBytes / 2);
    }

    [Fact]
    public async Task An_appliance_gets_no_further_ahead_than_the_sockets_hold_and_a_paused_customer_is_cut()
    {
        const long Endless = 1L << 40;
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(Endless));
            await exchange.SendUntilGoneAsync(new byte[Step]);
        });
        await using var portal = appliance.StartPortal(("Appliance:IdleTimeout", "00:00:01"));
        using var customer = await RawCustomer.GetAsync(portal, $"{PortalRequests.Door}?issue_menu=1", SmallReceiveBuffer);
        var exchange = await appliance.NextAsync();
        await customer.ReadHeadAsync();

        // The customer reads nothing. The portal waits for as long as it is told to, then cuts both connections.
        var ended = Assert.Single(await portal.Log.WaitForAsync("Connector request"));

        Assert.Equal("StoodStill", ended.Properties["Outcome"].ToString());
        Assert.InRange(exchange.Sent, 1, ClientBytes / 2);
        await Assert.ThrowsAnyAsync<IOException>(async () => await customer.ReadToEndAsync());
    }

    [Theory, InlineData(SessionApi.DownloadCustomerConnector), InlineData(SessionApi.StartSession)]
    public async Task An_appliance_that_falls_silent_in_mid_stream_is_cut(SessionApi dialect)
    {
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(100) + "MZ");
            await exchange.WaitUntilGoneAsync();
        });
        await using var portal = appliance.StartPortal(("Appliance:SessionApi", dialect.ToString()), ("Appliance:IdleTimeout", "00:00:01"));

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
        await Assert.ThrowsAsync<HttpRequestException>(answer.BytesAsync);

        var ended = Assert.Single(await portal.Log.WaitForAsync("Connector request"));
        Assert.Equal("StoodStill", ended.Properties["Outcome"].ToString());
        Assert.Equal("2", ended.Properties["Bytes"].ToString());
    }

    private static async Task<string> DownloadAsync(Portal portal, Action now)
    {
        using var customer = await RawCustomer.GetAsync(portal, $"{PortalRequests.Door}?issue_menu=1", SmallReceiveBuffer);
        await customer.ReadHeadAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[ReadAtOnce];
        for (var read = ReadAtOnce; read <= ClientBytes; read += ReadAtOnce)
        {
            await customer.ReadAsync(buffer);
            hash.AppendData(buffer);
            if (read % (ClientBytes / 5) == 0)
                now();
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
