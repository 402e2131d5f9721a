namespace PortalProxy.Tests.Settings;

public sealed class BadSettingTests
{
    [Theory]
    [InlineData("Appliance:BaseUrl", "support.example.com")]
    [InlineData("Appliance:BaseUrl", "ftp://support.example.com")]
    [InlineData("Appliance:BaseUrl", "https://support.example.com/portal")]
    [InlineData("Appliance:BaseUrl", "https://support.example.com/?site=1")]
    [InlineData("Appliance:BaseUrl", "https://support.example.com/#top")]
    [InlineData("Appliance:BaseUrl", "https://someone:secret@support.example.com")]
    [InlineData("Appliance:BaseUrl", "https://")]
    [InlineData("Appliance:SessionApi", "Telnet")]
    [InlineData("Appliance:SessionApi", "0")]
    [InlineData("Appliance:SessionKeyParameter", "short key")]
    [InlineData("Appliance:SessionKeyParameter", "key&id")]
    [InlineData("Appliance:CommandPath", "api/command.ns")]
    [InlineData("Appliance:CommandPath", "/api/command.ns?action=x")]
    [InlineData("Appliance:CommandPath", "//elsewhere.example/api/command.ns")]
    [InlineData("Appliance:AnswerTimeout", "30")]
    [InlineData("Appliance:AnswerTimeout", "00:00:00")]
    [InlineData("Appliance:IdleTimeout", "-00:05:00")]
    [InlineData("Appliance:IdleTimeout", "1.00:00:01")]
    [InlineData("Appliance:DirectoryRefresh", "soon")]
    [InlineData("Appliance:DirectoryKept", "10 minutes")]
    [InlineData("Portal:Representatives", "yes")]
    [InlineData("Portal:SessionKey", "1")]
    [InlineData("Portal:Issue", "on")]
    [InlineData("Portal:Issues", "Printing")]
    [InlineData("Portal:FrameAncestors", "https://www.example.com")]
    [InlineData("Portal:FrameAncestors:0", "www.example.com")]
    [InlineData("Portal:FrameAncestors:0", "*")]
    [InlineData("Portal:FrameAncestors:0", "https://www.example.com/help")]
    [InlineData("Portal:FrameAncestors:0", "https://www.example.com/")]
    [InlineData("Portal:FrameAncestors:0", "https://www.example.com:0")]
    [InlineData("Portal:FrameAncestors:0", "https://www.example.com:65536")]
    [InlineData("Portal:FrameAncestors:0", "https://www.*.com")]
    [InlineData("Portal:FrameAncestors:0", "https://www..example.com")]
    [InlineData("Portal:FrameAncestors:0", "https://bücher.example")]
    [InlineData("Portal:FrameAncestors:0", "https://[::1]")]
    [InlineData("Portal:FrameAncestors:0", "ftp://www.example.com")]
    [InlineData("Portal:FrameAncestors:0", "https://www.example.com; script-src *")]
    [InlineData("Portal:SessionKeyLength", "0")]
    [InlineData("Portal:SessionKeyLength", "25")]
    [InlineData("Portal:SessionKeyLength", "7.0")]
    [InlineData("Portal:SessionKeyLength", "seven")]
    [InlineData("Portal:RateLimits:RefusedKeysPerMinute", "0")]
    [InlineData("Portal:RateLimits:ConcurrentDownloads", "many")]
    [InlineData("Portal:RateLimits:LogAddresses", "yes")]
    [InlineData("Portal:ManagementPort", "-1")]
    [InlineData("Portal:ManagementPort", "65536")]
    [InlineData("Portal:Sites", "sales")]
    [InlineData("Portal:DrainDelay", "5")]
    [InlineData("Portal:DrainDelay", "-00:00:01")]
    [InlineData("Portal:DrainDelay", "00:10:01")]
    [InlineData("Portal:ShutdownTimeout", "00:00:00")]
    [InlineData("Portal:TrustedProxies", "10.0.0.0/8")]
    [InlineData("Portal:TrustedProxies:0", "10.0.0.1")]
    [InlineData("Portal:TrustedProxies:0", "10.0.0.0/33")]
    [InlineData("Portal:TrustedProxies:0", "proxy.example.com")]
    public void A_bad_setting_stops_the_start_and_says_what_was_found_and_how_to_mend_it(string key, string value)
    {
        var mistake = Assert.Single(InMemory.MistakesIn((key, value)));

        Assert.Matches($"""^{key} is "[^"]+"\. [A-Z].+\.$""", mistake);
        Assert.Contains($"\"{value}\"", mistake);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData("2147483648")]
    public void An_issues_bad_number_names_its_place_in_the_list(string id)
    {
        var mistake = Assert.Single(InMemory.MistakesIn(
            ("Portal:Issues:0:Id", "1"), ("Portal:Issues:0:Title", "Printing"), ("Portal:Issues:1:Id", id), ("Portal:Issues:1:Title", "Mail")));

        Assert.StartsWith($"Portal:Issues:1:Id is \"{id}\". Write ", mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Appliance:BaseUrl", "Appliance:BaseUrl", "")]
    [InlineData("Appliance:Password", "Appliance:Username", "portal")]
    [InlineData("Appliance:Username", "Appliance:Password", "secret")]
    [InlineData("Portal:Issues:0:Title", "Portal:Issues:0:Id", "1")]
    [InlineData("Portal:Issues:0:Id", "Portal:Issues:0:Title", "Printing")]
    public void What_is_missing_is_named(string missing, string key, string value)
    {
        var mistake = Assert.Single(InMemory.MistakesIn((key, value)));

        Assert.Matches($"^{missing} is missing.*\\. [A-Z].+\\.$", mistake);
    }

    [Fact]
    public void A_directory_that_is_kept_for_less_than_its_refresh_names_both()
    {
        var mistake = Assert.Single(InMemory.MistakesIn(
            ("Appliance:DirectoryRefresh", "00:01:00"), ("Appliance:DirectoryKept", "00:00:59")));

        Assert.Equal(
            "Appliance:DirectoryKept is 00:00:59, shorter than Appliance:DirectoryRefresh (00:01:00). Make it at least as long.", mistake);
    }

    [Theory]
    [InlineData("Portal:FrameAncestors:0")]
    [InlineData("Portal:TrustedProxies:0")]
    public void An_element_of_a_list_that_is_no_text_does_not_vanish(string place)
    {
        var mistake = Assert.Single(InMemory.MistakesIn(($"{place}:Value", "x")));

        Assert.StartsWith(place, mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        var mistakes = InMemory.MistakesIn(
            ("Appliance:BaseUrl", ""),
            ("Appliance:AnswerTimeout", "soon"),
            ("Appliance:Username", "portal"),
            ("Portal:Issue", "on"),
            ("Portal:Issues:0:Id", "x"),
            ("Portal:FrameAncestors:0", "*"),
            ("Portal:FrameAncestors:1", "**"),
            ("Portal:TrustedProxies:0", "x"));

        string[] expected =
        [
            "Appliance:AnswerTimeout", "Appliance:BaseUrl", "Appliance:Password", "Portal:FrameAncestors:0", "Portal:FrameAncestors:1",
            "Portal:Issue", "Portal:Issues:0:Id", "Portal:Issues:0:Title", "Portal:TrustedProxies:0",
        ];
        Assert.Equal(expected, mistakes.Select(one => one.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_password_stands_in_no_message()
    {
        var mistakes = InMemory.MistakesIn(("Appliance:Password", "open sesame"), ("Portal:Issue", "on"));

        Assert.Equal(2, mistakes.Count);
        Assert.DoesNotContain(mistakes, one => one.Contains("sesame", StringComparison.OrdinalIgnoreCase));
    }
}
