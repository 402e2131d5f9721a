using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.BrowserTests;

/// <summary>
/// MDN's HTTP Observatory, the tool itself, against the portal behind a proxy that ends TLS. It runs on the Node that comes with
/// Playwright; <c>tests/run</c> installs it.
/// </summary>
public sealed class ObservatoryTests : IDisposable
{
    private static readonly string Script = Path.Combine(Repository.Root, "tests/observatory/grade.js");
    private static readonly string Node = Path.Combine(
        AppContext.BaseDirectory, ".playwright/node", RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64", "node");

    private static readonly string[] Pages =
        ["/", "/representatives", "/session-key", "/issue", "/embed", "/?ak=0123456789abcdef0123456789abcdef", "/no-such-page", "/download_customer_connector.ns"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("https://www.example.com")]
    public async Task Every_page_is_graded_A_plus(string? mayEmbed)
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = Portal.Before(
            appliance, [("Portal:TrustedProxies:0", "127.0.0.0/8"), .. mayEmbed is null ? [] : new[] { ("Portal:FrameAncestors:0", mayEmbed) }]);
        await portal.WithDirectoryAsync();

        var graded = await GradeAsync(portal);

        Assert.Equal(Pages, graded.Select(one => (string?)one["path"]));
        Assert.All(graded, one => Assert.Equal("A+", (string?)one["grade"]));
        Assert.All(graded, one => Assert.All(one["tests"]!.AsObject(), test => Assert.StartsWith("passed: ", (string?)test.Value, StringComparison.Ordinal)));
        Assert.All(graded, one => Assert.Equal("passed: hsts-implemented-max-age-at-least-six-months", (string?)one["tests"]!["strict-transport-security"]));
    }

    private async Task<IReadOnlyList<JsonNode>> GradeAsync(Portal portal)
    {
        var authority = new PrivateAuthority();
        var server = authority.IssueFor("localhost");
        using var key = server.GetECDsaPrivateKey()!;
        var start = new ProcessStartInfo(Node, [
            Script, portal.Url.AbsoluteUri, folder.Write("server.pem", server.ExportCertificatePem()), folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem()), .. Pages,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NODE_EXTRA_CA_CERTS"] = folder.Write("authority.pem", authority.Certificate.ExportCertificatePem());
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await Soon.Within(node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await Soon.Within(node.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.True(node.ExitCode == 0, $"The Observatory did not run; tests/run installs it.\n{await errors}");
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}
