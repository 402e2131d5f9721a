using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace PortalProxy.Benchmarks.Machine;

/// <summary>A server that this run has started; it ends with the run, its children included.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const int MostLastWords = 20;
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);

    private static readonly ConcurrentDictionary<ServerProcess, bool> Running = new();

    private readonly Process process;
    private readonly string log;

    // Whoever interrupts a run finds nothing of it left.
    static ServerProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var server in Running.Keys)
        {
            server.process.Kill(entireProcessTree: true);
        }
    };

    private ServerProcess(Process process, int port, string log)
    {
        this.process = process;
        this.log = log;
        Port = port;
        Tree = new ProcessTree(process.Id);
        Running.TryAdd(this, true);
    }

    public int Port { get; }

    public ProcessTree Tree { get; }

    /// <summary>Starts it and waits until it takes connections.</summary>
    /// <exception cref="InvalidOperationException">It ended, or listens to nobody.</exception>
    public static async Task<ServerProcess> StartAsync(Command command, int port)
    {
        var server = Launch(command, port);
        try
        {
            await server.WaitUntilListeningAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public static ServerProcess Launch(Command command, int port)
    {
        // Into a file, which costs nobody else any time: whoever reads a pipe here would compete with those who are measured.
        var log = Path.GetTempFileName();
        var start = new ProcessStartInfo("sh", ["-c", $"exec \"$0\" \"$@\" >{log} 2>&1", command.Program, .. command.Arguments])
        {
            WorkingDirectory = command.Folder,
        };
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{command.Program} does not start.");
        return new(process, port, log);
    }

    public async ValueTask DisposeAsync()
    {
        Running.TryRemove(this, out _);
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            using var patience = new CancellationTokenSource(StopPatience);
            await process.WaitForExitAsync(patience.Token);
        }

        process.Dispose();
        File.Delete(log);
    }

    private async Task WaitUntilListeningAsync()
    {
        using var patience = new CancellationTokenSource(StartPatience);
        while (!await TryConnectAsync(Port))
        {
            if (process.HasExited || patience.IsCancellationRequested)
            {
                var said = await File.ReadAllLinesAsync(log, CancellationToken.None);
                throw new InvalidOperationException($"Nobody listens on port {Port}. {string.Join(' ', said.TakeLast(MostLastWords))}");
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    public static async Task<bool> TryConnectAsync(int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
