namespace PortalProxy.Tests.Settings;

/// <summary>What the generated settings have brought to light: each once ended the start with a stack trace, or was read and never fitted.</summary>
public sealed class SurprisingSettingTests
{
    [Theory]
    [InlineData("Appliance:TrustedCertificates", "/etc/ca\0.pem")]
    [InlineData("Portal:Logo", "/etc/logo\0.svg")]
    [InlineData("Portal:SecretsFolder", "/run/\0")]
    [InlineData("Portal:TimeZone", "Europe/\0")]
    [InlineData("Portal:Sites:a:Hosts:0", "a\0b")]
    public void A_NUL_is_a_mistake_of_its_setting(string key, string value) =>
        Assert.Contains(InMemory.MistakesIn((key, value)), mistake => mistake.StartsWith(key, StringComparison.Ordinal));

    [Theory]
    [InlineData("> ", 2_000)]
    [InlineData("- ", 2_000)]
    [InlineData("[", 20_000)]
    [InlineData("*a ", 20_000)]
    [InlineData("![[](", 5_000)]
    public void Markdown_without_end_is_a_mistake_or_read(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times)) + "x";
        foreach (var key in new[] { "Portal:Notices:0:Text", "Portal:Agreement" })
        {
            var mistakes = Record.Exception(() => InMemory.Read((key, text)));

            Assert.True(mistakes is null or PortalProxy.Settings.SettingsException, mistakes?.ToString());
        }
    }

    [Fact]
    public void A_host_name_beyond_ASCII_is_read_as_browsers_send_it()
    {
        var site = InMemory.Read(("Portal:Sites:a:Hosts:0", "hj\u00E4lp.example.com"), ("Portal:Sites:a:ApplianceHost", "st\u00F6d.example.com"), ("Portal:Sites:a:Name", "Help"))
            .Sites.For("xn--hjlp-moa.example.com");

        Assert.Equal(("Help", "xn--std-tna.example.com"), (site.Name, site.ApplianceHost));
    }
}
