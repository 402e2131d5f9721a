using System.Globalization;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>The client's headers, in the appliance's own spelling.</summary>
public sealed class ClientHeadersTests(RawPortal raw) : IClassFixture<RawPortal>
{
    [Theory]
    [InlineData("Content-Disposition: attachment; filename=bomgar-scc-w0abc.exe")]
    [InlineData("Content-Disposition: attachment; filename=\"bomgar scc.exe\"")]
    [InlineData("Content-Disposition: ATTACHMENT;filename=a=b;c.exe")]
    [InlineData("Content-Disposition: inline; filename=a.zip")]
    [InlineData("Content-Disposition: attachment; filename*=UTF-8''%C3%85sa.exe")]
    [InlineData("Content-Disposition: attachment; filename=\u00C5sa-\u00FC.exe")]
    [InlineData("Content-Disposition: attachment; filename=\u00C3\u0085sa.exe")]
    public async Task The_file_name_passes_to_the_byte(string header)
    {
        var head = await HeadOfAsync(RawAppliance.ClientHead(2, header) + "MZ");

        Assert.Contains($"\r\n{header}\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Encoding_type_date_and_tag_pass_with_the_bytes()
    {
        string[] headers = ["Content-Encoding: gzip", "Last-Modified: yesterday", "ETag: unquoted"];
        raw.Say(RawAppliance.ClientHead(4, headers) + "\u001F\u008B\u0000\u00FF");
        using var customer = await RawCustomer.GetAsync(raw.Portal, $"{PortalRequests.Door}?issue_menu=1");

        var head = await customer.ReadHeadAsync();
        var body = new byte[4];
        await customer.ReadAsync(body);

        Assert.All(headers, header => Assert.Contains($"\r\n{header}\r\n", head, StringComparison.Ordinal));
        Assert.Equal([0x1F, 0x8B, 0x00, 0xFF], body);
    }

    [Fact]
    public async Task Everything_else_that_the_appliance_says_stays_behind()
    {
        string[] others =
        [
            "Set-Cookie: a=b", "Server: Bomgar", "X-Powered-By: x", "Via: 1.1 inner", "Refresh: 0;url=https://elsewhere.example/",
            "Link: <https://elsewhere.example/>; rel=preload", "Access-Control-Allow-Origin: *", "Cache-Control: public, max-age=99",
            "Content-Security-Policy: default-src *", "Strict-Transport-Security: max-age=1", "Alt-Svc: h3=\":443\"", "Trailer: X-Late",
        ];
        var head = await HeadOfAsync(RawAppliance.ClientHead(2, others) + "MZ");

        Assert.All(others, header => Assert.DoesNotContain($"\r\n{header}\r\n", head, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("\r\nCache-Control: no-store\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nX-Content-Type-Options: nosniff\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_in_chunks_arrives_whole_and_without_trailers()
    {
        raw.Say(
            RawAppliance.ClientHead(null, "Transfer-Encoding: chunked") + "2\r\nMZ\r\n3;x=y\r\nabc\r\n0\r\nX-Late: secret\r\n\r\n");

        using var answer = await raw.Portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");

        Assert.Equal("MZabc"u8.ToArray(), await answer.BytesAsync());
        Assert.Empty(answer.TrailingHeaders);
    }

    [Fact]
    public async Task A_client_whose_end_is_the_end_of_the_connection_arrives_whole()
    {
        raw.Say(RawAppliance.ClientHead(null) + "MZabc");

        using var answer = await raw.Portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");

        Assert.Equal("MZabc"u8.ToArray(), await answer.BytesAsync());
        Assert.Null(answer.Raw("Content-Length"));
    }

    [Fact]
    public async Task A_client_of_no_bytes_is_a_client()
    {
        raw.Say(RawAppliance.ClientHead(0));

        using var answer = await raw.Portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(0.ToString(CultureInfo.InvariantCulture), answer.Raw("Content-Length"));
    }

    private async Task<string> HeadOfAsync(string said)
    {
        raw.Say(said);
        using var customer = await RawCustomer.GetAsync(raw.Portal, $"{PortalRequests.Door}?issue_menu=1");
        var head = await customer.ReadHeadAsync();
        Assert.StartsWith("HTTP/1.1 200 ", head, StringComparison.Ordinal);
        return head;
    }
}
