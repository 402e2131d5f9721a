using System.Diagnostics;

namespace PortalProxy.DeploymentTests.Infrastructure;

/// <summary>A program of this machine, run to its end.</summary>
public static class Command
{
    public sealed record Outcome(int ExitCode, string Output, string Errors);

    public static async Task<Outcome> RunAsync(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <returns>What it wrote, without the line end at the end.</returns>
    public static async Task<string> OutputOfAsync(string program, params IEnumerable<string> arguments)
    {
        var outcome = await RunAsync(program, arguments);
        Assert.True(outcome.ExitCode == 0, $"{program} ended with {outcome.ExitCode}: {outcome.Output}{outcome.Errors}");
        return outcome.Output.TrimEnd();
    }
}
