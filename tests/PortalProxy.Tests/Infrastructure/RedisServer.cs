using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>A real Redis on a port of its own, which may die and come back there, empty. <c>tests/run</c> installs it.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly int port = FreePort();
    private Process? process;

    public string ConnectionString => $"127.0.0.1:{port}";

    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer();
        await server.ReturnAsync();
        return server;
    }

    public async Task ReturnAsync()
    {
        process = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true,
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        await Poll.UntilAsync(IsListeningAsync, "Redis takes connections");
    }

    public async Task DieAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Every key with what it holds and how long it will, as texts.</summary>
    public async Task<IReadOnlyList<(string Key, string Value, TimeSpan? Left)>> DumpAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(ConnectionString);
        var database = connection.GetDatabase();
        var all = new List<(string, string, TimeSpan?)>();
        await foreach (var key in connection.GetServer(ConnectionString).KeysAsync())
        {
            var value = await database.KeyTypeAsync(key) == RedisType.SortedSet
                ? string.Join(' ', (await database.SortedSetRangeByRankWithScoresAsync(key)).Select(one => one.ToString()))
                : (await database.StringGetAsync(key)).ToString();
            all.Add((key.ToString(), value, await database.KeyTimeToLiveAsync(key)));
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await DieAsync();
    }

    private async Task<bool> IsListeningAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
