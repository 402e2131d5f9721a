using System.Globalization;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>The port of administrators and the port of customers: neither answers for the other.</summary>
public sealed class ManagementServerTests : IAsyncLifetime
{
    private readonly int port = FreePort.Next();
    private Portal portal = null!;
    private HttpClient management = null!;

    public ValueTask InitializeAsync()
    {
        portal = Portal.Start(
            ("Appliance:BaseUrl", "http://127.0.0.1:9"), ("AllowedHosts", "help.example.com;127.0.0.1"),
            ("Portal:ManagementPort", port.ToString(CultureInfo.InvariantCulture)));
        management = new() { BaseAddress = new($"http://127.0.0.1:{port}/") };
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        management.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task It_offers_metrics_to_Prometheus()
    {
        using var refused = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");

        var text = await management.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Matches("portalproxy_connector_requests_total\\{[^}]*portalproxy_outcome=\"appliance_failed\",portalproxy_way=\"issue\"\\} [1-9]", text);
        Assert.Matches("portalproxy_appliance_up\\{[^}]*portalproxy_appliance=\"127.0.0.1:9\"\\} 0", text);
        Assert.Contains("http_server_request_duration_seconds_bucket", text);
        Assert.Contains("dotnet_gc_collections_total", text);
    }

    [Theory]
    [InlineData("/livez")]
    [InlineData("/readyz")]
    public async Task It_answers_health_as_the_public_port_does_and_under_any_name(string path)
    {
        var here = await management.GetStringAsync(path, TestContext.Current.CancellationToken);
        var there = await portal.Client.GetStringAsync(path, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "10.0.0.7";
        using var probe = await management.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(there, here);
        probe.IsStatus(200);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/session-key")]
    [InlineData("/css/look.css")]
    [InlineData("/embed.js")]
    [InlineData("/availability")]
    [InlineData("/download_customer_connector.ns?issue_menu=1")]
    [InlineData("/metrics/")]
    [InlineData("/metrics/x")]
    public async Task No_public_page_is_on_it(string path)
    {
        using var answer = await management.GetAsync(path, TestContext.Current.CancellationToken);

        answer.IsStatus(404);
        Assert.Empty(await answer.BytesAsync());
    }

    [Theory]
    [InlineData("POST", "/metrics")]
    [InlineData("DELETE", "/livez")]
    [InlineData("POST", "/readyz")]
    public async Task It_is_for_reading_only(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path);
        using var answer = await management.SendAsync(request, TestContext.Current.CancellationToken);

        answer.IsStatus(404);
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/metrics/")]
    [InlineData("/Metrics")]
    [InlineData("//metrics")]
    [InlineData("/%6detrics")]
    public async Task No_metrics_are_on_the_public_port_whatever_host_is_claimed(string path)
    {
        using var customer = await RawCustomer.AskAsync(
            portal, $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Forwarded-Host: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");

        var answer = await customer.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("portalproxy_", answer);
    }

    [Fact]
    public async Task What_is_asked_of_it_is_neither_logged_nor_counted()
    {
        foreach (var path in (string[])["/livez", "/readyz", "/no-such-page"])
            using (await management.GetAsync(path, TestContext.Current.CancellationToken))
            {
            }

        using (await portal.GetAsync("/session-key"))
        {
        }

        await portal.Log.WaitForAsync("{RequestMethod}");
        Assert.Single(portal.Log.Having("{RequestMethod}"));
        Assert.Single(portal.Log.Having("Metrics and health for administrators are at port {ManagementPort}"));
    }
}
