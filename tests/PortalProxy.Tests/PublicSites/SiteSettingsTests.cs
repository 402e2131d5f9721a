using PortalProxy.Tests.Settings;

namespace PortalProxy.Tests.PublicSites;

/// <summary>What is said of sites that can't be told apart, or never be reached.</summary>
public sealed class SiteSettingsTests
{
    [Theory]
    [InlineData("help.example.com")]
    [InlineData("HELP.example.com")]
    public void A_host_in_two_sites_stops_the_start(string again) => Assert.Equal(
        $"Portal:Sites:b:Hosts claims \"{again}\", which is claimed already. Write each host name once, in one site.",
        Assert.Single(InMemory.MistakesIn(("Portal:Sites:a:Hosts:0", "help.example.com"), ("Portal:Sites:b:Hosts:0", again))));

    [Fact]
    public void A_site_without_a_host_could_never_be_reached() => Assert.Equal(
        "Portal:Sites:a:Hosts is missing. Write the host names of this site: Hosts:0, Hosts:1 and so on.",
        Assert.Single(InMemory.MistakesIn(("Portal:Sites:a:Name", "Sales"))));

    [Theory]
    [InlineData("Hosts:0", "https://help.example.com")]
    [InlineData("Hosts:0", "help.example.com:8443")]
    [InlineData("Hosts:0", "help.example.com/")]
    [InlineData("Hosts:0", "*.example.com")]
    [InlineData("ApplianceHost", "https://sales.example.com")]
    [InlineData("ApplianceHost", "sales.example.com:443")]
    public void A_host_is_a_bare_name(string key, string value)
    {
        var mistake = Assert.Single(InMemory.MistakesIn(("Portal:Sites:a:Hosts:1", "b.example.com"), ($"Portal:Sites:a:{key}", value)));

        Assert.StartsWith($"Portal:Sites:a:{key} is \"{value}\". Write a host name, such as ", mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_site_names_its_place() => Assert.StartsWith(
        "Portal:Sites:a:Issues:0:Id is \"x\". ",
        Assert.Single(InMemory.MistakesIn(
            ("Portal:Sites:a:Hosts:0", "a.example.com"), ("Portal:Sites:a:Issues:0:Id", "x"), ("Portal:Sites:a:Issues:0:Title", "Mail"))),
        StringComparison.Ordinal);

    [Fact]
    public void A_setting_of_a_site_that_nobody_reads_is_found() => Assert.Equal(
        ["Portal:Sites:a:Nmae"],
        InMemory.Read(("Portal:Sites:a:Hosts:0", "a.example.com"), ("Portal:Sites:a:Nmae", "x"), ("Portal:Sites:a:Name", "y")).Unknown);
}
