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
    private readonly IEnumerable<string?> lastWords;

    // Whoever interrupts a run finds nothing of it left.
    static ServerProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var server in Running.Keys)
        {
            server.process.Kill(entireProcessTree: true);
        }
    };

    private ServerProcess(Process process, int port, IEnumerable<string?> lastWords)
    {
        this.process = process;
        this.lastWords = lastWords;
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
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            WorkingDirectory = command.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start };
        var lastWords = new ConcurrentQueue<string?>();
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();

        // Somebody must read, or a full pipe stops the server.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, port, lastWords);

        void Keep(object sender, DataReceivedEventArgs line)
        {
            lastWords.Enqueue(line.Data);
            if (lastWords.Count > MostLastWords)
            {
                lastWords.TryDequeue(out _);
            }
        }
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
    }

    private async Task WaitUntilListeningAsync()
    {
        using var patience = new CancellationTokenSource(StartPatience);
        while (!await TryConnectAsync(Port))
        {
            if (process.HasExited || patience.IsCancellationRequested)
            {
                throw new InvalidOperationException($"{process.StartInfo.FileName} does not listen on port {Port}. {string.Join(' ', lastWords)}");
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
