using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>The portal as an administrator starts it: a process with environment variables, an exit code and two outputs.</summary>
public sealed partial class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] OfTheTestRun = ["ASPNETCORE_", "DOTNET_ENVIRONMENT", "DOTNET_URLS", "Appliance__", "Portal__", "Serilog__", "OTEL_"];

    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder errors = new();

    private PortalProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, output) => _ = output.Data is { } line ? lines.Writer.TryWrite(line) : lines.Writer.TryComplete();
        process.ErrorDataReceived += (_, output) => errors.AppendLine(output.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static PortalProcess Start(string environment, params (string Name, string Value)[] variables) => Start(environment, [], variables);

    public static PortalProcess Start(string environment, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PortalProxy.dll"), .. arguments])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => OfTheTestRun.Any(name.StartsWith)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables.Prepend(("ASPNETCORE_URLS", "http://127.0.0.1:0")).Prepend(("ASPNETCORE_ENVIRONMENT", environment)))
        {
            start.Environment[name] = value;
        }

        return new(start);
    }

    /// <summary>Exit code and standard error of a start that fails.</summary>
    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return (process.ExitCode, errors.ToString());
    }

    /// <summary>Where it listens; to be asked for before any other line.</summary>
    public async Task<Uri> AddressAsync() => new(Address().Match(await LineHavingAsync("Now listening on")).Value);

    /// <summary>The next line of standard output that holds a text.</summary>
    public async Task<string> LineHavingAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await foreach (var line in lines.Reader.ReadAllAsync(patience.Token))
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The portal ended without saying \"{text}\". {errors}");
    }

    [GeneratedRegex("http://127[^\" ]*")]
    private static partial Regex Address();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }
}
