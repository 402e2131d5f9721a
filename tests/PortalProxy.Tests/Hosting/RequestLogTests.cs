using PortalProxy.Tests.Infrastructure;
using Serilog.Events;

namespace PortalProxy.Tests.Hosting;

public sealed class RequestLogTests
{
    private const string Template = "{RequestMethod} {RequestPath} {StatusCode}";

    [Theory]
    [InlineData("GET", "/session-key?customer_name=Ann", "GET", "/session-key", 200)]
    [InlineData("POST", "/session-key", "POST", "/session-key", 422)]
    [InlineData("DELETE", "/issue", "DELETE", "/issue", 405)]
    [InlineData("GET", "/css/look.css", "GET", "/css/look.css", 200)]
    [InlineData("GET", "/download_customer_connector.ns?short_key=1", "GET", "/download_customer_connector.ns", 422)]
    [InlineData("GET", "/1728331", "GET", "(no such page)", 404)]
    [InlineData("GET", "/session-key/1728331", "GET", "(no such page)", 404)]
    [InlineData("GET", "/1728331.html?x=1", "GET", "(no such page)", 404)]
    [InlineData("ANN", "/issue", "(other)", "/issue", 405)]
    public async Task Each_request_leaves_one_event(string method, string address, string loggedMethod, string path, int status)
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));
        using var request = new HttpRequestMessage(new(method), address);

        using var answer = await portal.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await Poll.UntilAsync(() => portal.Log.Having(Template).Count > 0, "the request is logged");

        var entry = Assert.Single(portal.Log.Having(Template));
        Assert.Equal($"\"{loggedMethod}\"", entry.Properties["RequestMethod"].ToString());
        Assert.Equal($"\"{path}\"", entry.Properties["RequestPath"].ToString());
        Assert.Equal($"{status}", entry.Properties["StatusCode"].ToString());
        Assert.True(Assert.IsType<double>(Assert.IsType<ScalarValue>(entry.Properties["Elapsed"]).Value) > 0);
        Assert.Equal(LogEventLevel.Information, entry.Level);
        Assert.NotNull(entry.TraceId);
        answer.IsStatus(status);
    }

    [Fact]
    public async Task A_form_of_another_site_is_logged_with_its_path()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/issue");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await portal.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await Poll.UntilAsync(() => portal.Log.Having(Template).Count > 0, "the request is logged");

        answer.IsStatus(403);
        Assert.Equal("\"/issue\"", Assert.Single(portal.Log.Having(Template)).Properties["RequestPath"].ToString());
    }

    [Fact]
    public async Task The_reference_on_a_page_stands_in_the_log_beside_the_trace_id()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));

        var page = await new Browser(portal.Client).OpenAsync("/no-such-page");
        await Poll.UntilAsync(() => portal.Log.Having(Template).Count > 0, "the request is logged");

        var entry = Assert.Single(portal.Log.Having(Template));
        Assert.Equal($"\"{page.One(".reference strong").TextContent}\"", entry.Properties["Reference"].ToString());
        Assert.NotNull(entry.TraceId);
    }

    [Fact]
    public async Task A_page_without_a_reference_leaves_none_in_the_log()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));

        _ = await new Browser(portal.Client).OpenAsync("/session-key");
        await Poll.UntilAsync(() => portal.Log.Having(Template).Count > 0, "the request is logged");

        Assert.DoesNotContain("Reference", Assert.Single(portal.Log.Having(Template)).Properties.Keys);
    }
}
