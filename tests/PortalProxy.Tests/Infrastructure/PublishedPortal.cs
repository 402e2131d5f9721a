using System.Diagnostics;
using System.Reflection;
using PortalProxy.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(PublishedPortal))]

namespace PortalProxy.Tests.Infrastructure;

/// <summary>The portal as it is delivered, published when the first test asks for it; each process that runs it is a test's own.</summary>
public sealed class PublishedPortal : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task> published;

    public PublishedPortal() => published = new(PublishAsync);

    /// <summary>One in Production before an appliance; when the task completes it takes requests.</summary>
    public async Task<RunningPortal> StartAsync(Uri appliance, params (string Name, string Value)[] variables)
    {
        await published.Value;
        var process = PortalProcess.StartIn(folder.Path, "Production", [], [("Appliance__BaseUrl", appliance.AbsoluteUri), .. variables]);
        return new(process, await process.AddressAsync());

    }

    public void Dispose() => folder.Dispose();

    private async Task PublishAsync()
    {
        // What the tests were built from, not built anew; and nothing of MSBuild stays running after it.
        var configuration = typeof(PortalSettings).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var start = new ProcessStartInfo(
            "dotnet",
            ["publish", "src/PortalProxy", "--no-build", "--configuration", configuration, "--output", folder.Path, "-nodeReuse:false", "-verbosity:quiet"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, said);
    }
}
