using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace PortalProxy.BrowserTests.Infrastructure;

/// <summary>The Chromium of this computer, started once. It is never downloaded: <c>tests/run</c> installs Debian's.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // Without these it talks to its maker at every start.
    private static readonly string[] Quiet =
    [
        "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-gpu",
        // Within frames of other sites the portal has no cookie and no storage to rely on.
        "--test-third-party-cookie-phaseout",
    ];

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public IPlaywright Playwright => playwright ?? throw new InvalidOperationException("Not started yet.");

    public IBrowser Browser => browser ?? throw new InvalidOperationException("Not started yet.");

    public async ValueTask InitializeAsync()
    {
        // For a test that fails; one that passes never gets near it.
        Assertions.SetDefaultExpectTimeout(30_000);
        playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
    }

    private static string Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists)
                ?? throw new FileNotFoundException("There is no Chromium on the PATH. Install it, or name it in the variable CHROMIUM.");
}
