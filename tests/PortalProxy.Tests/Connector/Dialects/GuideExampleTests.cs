using System.Diagnostics;
using System.Globalization;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Dialects;

/// <summary>The literal example of the guide of 2008, sent as a script would send it.</summary>
public sealed class GuideExampleTests
{
    private const string Target =
        "/download_customer_connector.ns?issue_menu=1&customer_name=John%20Doe&customer_company=Company%20Name"
        + "&customer_company_code=1234&customer_desc=I%20need%20support&external_key=1234&id=1";

    [Fact]
    public async Task The_example_of_the_guide_sent_with_curl_reaches_the_appliance_byte_for_byte()
    {
        await using var appliance = RawAppliance.Saying(RawAppliance.ClientHead(length: 2) + "MZ");
        await using var portal = appliance.StartPortal();
        var port = portal.Url.Port.ToString(CultureInfo.InvariantCulture);

        var output = await CurlAsync(
            "--silent", "--show-error", "--noproxy", "*", "--connect-to", $"support.example.com:80:127.0.0.1:{port}",
            "http://support.example.com" + Target);

        Assert.Equal("MZ", output);
        Assert.StartsWith($"GET {Target} HTTP/1.1\r\n", (await appliance.NextAsync()).Head, StringComparison.Ordinal);
        Assert.False(appliance.WasAsked);
    }

    [Fact]
    public async Task A_naive_client_saves_the_file_under_the_appliances_name()
    {
        await using var appliance = RawAppliance.Saying(RawAppliance.ClientHead(length: 2) + "MZ");
        await using var portal = appliance.StartPortal();

        var output = await CurlAsync(
            "--silent", "--show-error", "--noproxy", "*", "--location", "--data", "issue_menu=1", "--output", "-",
            "--write-out", "|%header{content-disposition}|%{http_code}", new Uri(portal.Url, PortalRequests.Door).AbsoluteUri);

        Assert.Equal("MZ|attachment; filename=bomgar-scc-w0abc.exe|200", output);
    }

    private static async Task<string> CurlAsync(params string[] arguments)
    {
        using var curl = Process.Start(new ProcessStartInfo("curl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = curl.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await Soon.Within(curl.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await Soon.Within(curl.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.True(curl.ExitCode == 0, errors);
        return await output;
    }
}
