using PortalProxy.Appliance;
namespace PortalProxy.Tests.Settings;

public sealed class GoodSettingTests
{
    [Theory]
    [InlineData("https://support.example.com", "https://support.example.com/")]
    [InlineData(" https://support.example.com:8443/ ", "https://support.example.com:8443/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    public void An_address_is_scheme_host_and_port(string text, string expected) =>
        Assert.Equal(expected, InMemory.Read(("Appliance:BaseUrl", text)).Appliance.BaseUrl.AbsoluteUri);

    [Theory]
    [InlineData("https://www.example.com")]
    [InlineData("https://*.example.com")]
    [InlineData("http://localhost:8080")]
    [InlineData("https://example.com:*")]
    [InlineData("https://*:*")]
    [InlineData("https://xn--bcher-kva.example:65535")]
    public void An_origin_may_embed_the_portal(string origin) =>
        Assert.Equal(origin, Assert.Single(InMemory.Read(("Portal:FrameAncestors:0", origin)).Sites.Default.FrameAncestors).Source);

    [Theory]
    [InlineData("10.0.0.0/8")]
    [InlineData("192.0.2.7/32")]
    [InlineData("fd00::/8")]
    public void A_network_may_be_trusted(string network) =>
        Assert.Equal(network, Assert.Single(InMemory.Read(("Portal:TrustedProxies:0", network)).TrustedProxies.Networks).ToString());

    [Theory]
    [InlineData("00:00:00.2000000", 0.2)]
    [InlineData("00:00:30", 30)]
    [InlineData("1.00:00:00", 86400)]
    public void A_length_of_time_may_be_as_long_as_a_day(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), InMemory.Read(("Appliance:AnswerTimeout", text)).Appliance.AnswerTimeout);

    [Fact]
    public void A_portal_that_serves_alone_needs_no_drain() =>
        Assert.Equal(TimeSpan.Zero, InMemory.Read(("Portal:DrainDelay", "00:00:00")).Server.DrainDelay);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("24", 24)]
    public void A_session_key_has_one_to_twenty_four_characters(string text, int length) =>
        Assert.Equal(length, InMemory.Read(("Portal:SessionKeyLength", text)).Sites.Default.SessionKeyLength);

    [Fact]
    public void Issues_are_read_in_their_order()
    {
        var issues = InMemory.Read(
            ("Portal:Issues:0:Id", "7"), ("Portal:Issues:0:Title", "Printing"), ("Portal:Issues:0:CodeName", "printing"),
            ("Portal:Issues:1:Id", "3"), ("Portal:Issues:1:Title", "Mail")).Sites.Default.Issues;

        Assert.Equal([("7", "Printing", "printing"), ("3", "Mail", null)], issues.Select(one => (one.Id.ToString(), one.Title, one.CodeName)));
    }

    [Fact]
    public void A_password_keeps_its_spaces_and_is_not_printed()
    {
        var account = InMemory.Read(("Appliance:Username", "portal"), ("Appliance:Password", " open sesame ")).Appliance.Credentials;

        Assert.Equal(" open sesame ", Assert.IsType<CommandCredentials.Login>(account).Password);
        Assert.DoesNotContain("sesame", account?.ToString());
    }

    [Fact]
    public void A_setting_that_nobody_reads_is_found() =>
        Assert.Equal(
            ["Appliance:BaseURI", "Portal:Issues:0:Titel", "Portal:Isue"],
            InMemory.Read(
                ("Appliance:BaseURI", "https://support.example.com"), ("Portal:Isue", "true"),
                ("Portal:Issues:0:Id", "1"), ("Portal:Issues:0:Title", "Mail"), ("Portal:Issues:0:Titel", "Mail")).Unknown);
}
