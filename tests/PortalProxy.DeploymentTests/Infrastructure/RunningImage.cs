using System.Diagnostics;
using System.Text.Json;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.DeploymentTests.Infrastructure;

/// <summary>
/// A container of the image under runc, locked in as far as an administrator can: its own user, a root that can't be written, no
/// capability, no folder for temporary files, a network of its own.
/// </summary>
public sealed class RunningImage : IAsyncDisposable
{
    private static readonly string[] Namespaces = ["pid", "network", "ipc", "uts", "mount"];

    private readonly TemporaryFolder bundle = new();
    private readonly string name = $"portalproxy-{Guid.NewGuid():N}";
    private readonly Process process;

    private RunningImage(string configuration)
    {
        bundle.Write("config.json", configuration);
        process = Process.Start(new ProcessStartInfo("runc", ["--root", State, "run", "--bundle", bundle.Path, "--pid-file", PidFile, name])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, line) => Said += line.Data + "\n";
        process.ErrorDataReceived += (_, line) => Said += line.Data + "\n";
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All that it wrote so far.</summary>
    public string Said { get; private set; } = "";

    private string State => Path.Combine(bundle.Path, "state");

    private string PidFile => Path.Combine(bundle.Path, "pid");

    private string Pid => File.ReadAllText(PidFile);

    /// <summary>Starts it and waits until it has said that it listens.</summary>
    public static async Task<RunningImage> StartAsync(PortalImage image, string listening, IEnumerable<string> entrypoint, string[] variables)
    {
        var running = new RunningImage(Configuration(image, entrypoint, variables));
        await Poll.UntilAsync(
            () => running.process.HasExited ? throw new InvalidOperationException($"It ended: {running.Said}") : running.Said.Contains(listening, StringComparison.Ordinal),
            "it listens");
        return running;
    }

    /// <summary>Asks from within its network: no port of this machine is taken.</summary>
    public Task<string> CurlAsync(params string[] arguments) =>
        Command.OutputOfAsync("nsenter", ["--target", Pid, "--net", "curl", "--silent", "--show-error", "--max-time", "60", .. arguments]);

    /// <summary>Runs another command in it.</summary>
    public Task<Command.Outcome> ExecuteAsync(params IEnumerable<string> command) => Command.RunAsync("runc", ["--root", State, "exec", name, .. command]);

    /// <summary>What the kernel says of its process: a file below <c>/proc/PID</c>.</summary>
    public string Kernel(string file) => File.ReadAllText($"/proc/{Pid}/{file}");

    /// <summary>Asks it to stop, as an engine does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        await Command.OutputOfAsync("runc", "--root", State, "kill", name, "TERM");
        await Soon.Within(process.WaitForExitAsync(TestContext.Current.CancellationToken));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Command.RunAsync("runc", "--root", State, "kill", name, "KILL");
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
        bundle.Dispose();
    }

    private static string Configuration(PortalImage image, IEnumerable<string> entrypoint, string[] variables) => JsonSerializer.Serialize(new
    {
        ociVersion = "1.0.2",
        root = new { path = image.Root, @readonly = true },
        process = new
        {
            user = new { uid = image.UserId, gid = image.UserId },
            args = entrypoint,
            env = image.Texts("Env").Concat(variables),
            cwd = image.Config.GetProperty("WorkingDir").GetString(),
            capabilities = new { },
            noNewPrivileges = true,
        },
        mounts = new[]
        {
            new { destination = "/proc", type = "proc", source = "proc", options = Array.Empty<string>() },
            new { destination = "/dev", type = "tmpfs", source = "tmpfs", options = (string[])["nosuid", "mode=755"] },
        },
        linux = new { namespaces = Namespaces.Select(one => new { type = one }) },
    });
}
