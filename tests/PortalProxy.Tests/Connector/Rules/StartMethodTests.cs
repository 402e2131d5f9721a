using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Rules;

public sealed class StartMethodTests(StandardPortal standard) : IClassFixture<StandardPortal>
{
    // What the appliance says to its visitors and the portal must not repeat.
    private static readonly string[] AppliancesOwnHeaders = ["Set-Cookie", "Server", "X-Appliance-Node"];

    public static MatrixTheoryData<StartMethod, string> EachMethodByGetAndPost => new(Enum.GetValues<StartMethod>(), ["GET", "POST"]);

    public static TheoryData<StartMethod> EachMethod => [.. Enum.GetValues<StartMethod>()];

    [Theory, MemberData(nameof(EachMethodByGetAndPost))]
    public async Task Each_start_method_leads_to_the_appliances_bytes_under_its_name(StartMethod start, string method)
    {
        using var answer = await standard.Portal.AskAsync(method, PortalRequests.Door, start.Form(standard.Appliance));
        var bytes = await answer.BytesAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(standard.Appliance.Client.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.Equal(standard.Appliance.Client.Length.ToString(CultureInfo.InvariantCulture), answer.Raw("Content-Length"));
        Assert.Matches("^attachment; filename=bomgar-scc-w0[a-z0-9]{62}\\.exe$", answer.Raw("Content-Disposition"));
        Assert.Equal("application/octet-stream", answer.Raw("Content-Type"));
        Assert.Equal("no-store", answer.Raw("Cache-Control"));
        Assert.Equal("Mon, 15 Sep 2008 08:30:00 GMT", answer.Raw("Last-Modified"));
        Assert.All(AppliancesOwnHeaders, name => Assert.Null(answer.Raw(name)));
    }

    [Theory, MemberData(nameof(EachMethod))]
    public async Task Head_goes_to_the_appliance_as_head_and_brings_no_body(StartMethod start)
    {
        var recorded = await standard.RecordAsync(async () =>
        {
            using var answer = await standard.Portal.AskAsync("HEAD", PortalRequests.Door, start.Form(standard.Appliance));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(standard.Appliance.Client.Length.ToString(CultureInfo.InvariantCulture), answer.Raw("Content-Length"));
            Assert.Equal("no-store", answer.Raw("Cache-Control"));
            Assert.Empty(await answer.BytesAsync());
        });

        Assert.Equal("HEAD", Assert.Single(recorded).Method);
    }

    [Theory, InlineData(StartMethod.SessionKey), InlineData(StartMethod.Invitation)]
    public async Task Head_does_not_use_a_key_up(StartMethod start)
    {
        var form = start.Form(standard.Appliance);
        using var looked = await standard.Portal.AskAsync("HEAD", PortalRequests.Door, form);
        using var taken = await standard.Portal.AskAsync("GET", PortalRequests.Door, form);

        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Theory]
    [InlineData("/api/start_session")]
    [InlineData("/api/start_session.ns")]
    [InlineData("/download_client_connector")]
    [InlineData("/download_client_connector.ns")]
    public async Task Every_name_of_the_door_leads_to_the_one_path_of_the_dialect(string path)
    {
        var form = StartMethod.SessionKey.Form(standard.Appliance);
        var recorded = await standard.RecordAsync(async () =>
        {
            using var answer = await standard.Portal.GetAsync($"{path}?{form}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        });

        Assert.Equal($"{PortalRequests.Door}?{form}", Assert.Single(recorded).RawTarget);
    }

    [Theory, InlineData("GET"), InlineData("POST")]
    public async Task Current_names_are_read_and_written_as_those_of_2008(string method)
    {
        var form = PortalRequests.Query(
            ("issue_menu", "1"), ("customer.name", "Zoë"), ("customer.company", "Groß & Co"), ("customer.company_code", "7"),
            ("customer.details", "Hej!"), ("session.custom.external_key", "T-1"), ("id", "3"));
        var recorded = await standard.RecordAsync(async () =>
        {
            using var answer = await standard.Portal.AskAsync(method, "/api/start_session", form);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        });

        Assert.Equal(
            "/download_customer_connector.ns?issue_menu=1&customer_name=Zo%C3%AB&customer_company=Gro%C3%9F%20%26%20Co"
            + "&customer_company_code=7&customer_desc=Hej%21&external_key=T-1&id=3",
            Assert.Single(recorded).RawTarget);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "exe")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "dmg")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64)", "bin")]
    public async Task The_customers_own_system_decides_which_client_comes(string userAgent, string ending)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{PortalRequests.Door}?issue_menu=1");
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        using var answer = await standard.Portal.SendAsync(request);

        Assert.EndsWith("." + ending, answer.Raw("Content-Disposition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_typed_with_spaces_dashes_and_blank_neighbours_starts_its_session()
    {
        var key = standard.Appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).ShortKey;
        var form = PortalRequests.Query(("short_key", $" {key[..3]} - {key[3..]} "), ("ak", ""), ("issue_menu", " "), ("id", ""));
        using var answer = await standard.Portal.PostAsync(PortalRequests.Door, form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
