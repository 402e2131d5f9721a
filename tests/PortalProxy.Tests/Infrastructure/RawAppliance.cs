using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>An appliance that says exactly what a test wants, byte for byte, and keeps the bytes that reached it.</summary>
public sealed class RawAppliance : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Channel<RawExchange> requests = Channel.CreateUnbounded<RawExchange>();
    private readonly Task serving;

    private RawAppliance(Func<RawExchange, Task> answer)
    {
        Answer = answer;
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>How it answers from now on; the connection is closed when the task is done.</summary>
    public Func<RawExchange, Task> Answer { get; set; }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>Answers every request with these bytes, one a character, and closes the connection.</summary>
    public static RawAppliance Saying(string text) => new(exchange => exchange.SendAsync(text));

    /// <summary>Answers every request as the test does, and closes the connection when the test is done.</summary>
    public static RawAppliance Playing(Func<RawExchange, Task> answer) => new(answer);

    /// <summary>The head of an answer that hands over a client.</summary>
    public static string ClientHead(long? length, params string[] headers) => string.Join(
        "\r\n",
        [
            "HTTP/1.1 200 OK",
            "Content-Type: application/octet-stream",
            .. headers.Any(header => header.StartsWith("Content-Disposition", StringComparison.Ordinal))
                ? Array.Empty<string>()
                : ["Content-Disposition: attachment; filename=bomgar-scc-w0abc.exe"],
            .. length is { } bytes ? [string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes}")] : Array.Empty<string>(),
            .. headers,
            "Connection: close",
            "",
            "",
        ]);

    /// <summary>A portal before this appliance, without a command API account: nothing but connector requests reach it.</summary>
    public Portal StartPortal(params (string Key, string Value)[] settings) =>
        Portal.Start([("Appliance:BaseUrl", Url.AbsoluteUri), .. settings]);

    /// <summary>The next request that reached it.</summary>
    public Task<RawExchange> NextAsync() => Soon.Within(requests.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask());

    /// <summary>Whether a request reached it that no test has taken.</summary>
    public bool WasAsked => Asked > 0;

    /// <summary>How many requests reached it that no test has taken.</summary>
    public int Asked => requests.Reader.Count;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(AnswerAsync(await listener.AcceptSocketAsync(stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        try
        {
            socket.NoDelay = true;
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            var exchange = new RawExchange(stream, await ReadHeadAsync(stream), stopping.Token);
            await requests.Writer.WriteAsync(exchange, stopping.Token);
            await Answer(exchange);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException)
        {
            // The test is over, or the portal has gone while nobody looked.
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[64 * 1024];
        while (!IsWhole(head.ToString()))
        {
            var count = await stream.ReadAsync(buffer, stopping.Token);
            if (count == 0)
                throw new IOException("The connection ended before a request.");
            head.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return head.ToString();
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase));
        return end >= 0 && request.Length - end - 4 >= int.Parse(length?.Split(' ')[1] ?? "0", CultureInfo.InvariantCulture);
    }
}
