using PortalProxy.Tests.Settings;

namespace PortalProxy.Tests.Appliance;

/// <summary>The addresses of failover partners: what is one, and what is said of what is none.</summary>
public sealed class BackupUrlTests
{
    private const string NoOrigin = "Write scheme, host and port only, such as https://support2.example.com.";

    [Theory]
    [InlineData("support2.example.com", "", NoOrigin)]
    [InlineData("https://support2.example.com/portal", "", NoOrigin)]
    [InlineData("https://someone:secret@support2.example.com", "", NoOrigin)]
    [InlineData("https://support.example.com", ", the address of Appliance:BaseUrl", "Write another appliance's address, or take it out.")]
    [InlineData("https://SUPPORT.example.com:443/", ", the address of Appliance:BaseUrl", "Write another appliance's address, or take it out.")]
    [InlineData(
        "http://support2.example.com", ", while Appliance:BaseUrl is https", "Write the same scheme in both, so that a failover leaves nothing unprotected.")]
    public void What_is_no_partner_is_said_to_be_none(string address, string found, string mend) =>
        Assert.Equal($"Appliance:BackupUrls:0 is \"{address}\"{found}. {mend}", Assert.Single(InMemory.MistakesIn(("Appliance:BackupUrls:0", address))));

    [Fact]
    public void One_that_stands_there_twice_names_its_place() => Assert.Equal(
        "Appliance:BackupUrls:2 is \"https://b.example.com/\", which stands above it already. Write each address once.",
        Assert.Single(InMemory.MistakesIn(
            ("Appliance:BackupUrls:0", "https://b.example.com"), ("Appliance:BackupUrls:1", "https://c.example.com"),
            ("Appliance:BackupUrls:2", "https://b.example.com/"))));

    [Fact]
    public void Every_wrong_one_is_named_at_once() => Assert.Equal(
        ["Appliance:BaseUrl", "Appliance:BackupUrls:0", "Appliance:BackupUrls:1"],
        InMemory.MistakesIn(
            ("Appliance:BaseUrl", "nowhere"), ("Appliance:BackupUrls:0", "x"), ("Appliance:BackupUrls:1", "y"),
            ("Appliance:BackupUrls:2", "https://b.example.com")).Select(one => one.Split(' ')[0]));

    [Fact]
    public void A_single_text_is_told_to_be_a_list() => Assert.StartsWith(
        "Appliance:BackupUrls is \"https://b.example.com\". It is a list: ",
        Assert.Single(InMemory.MistakesIn(("Appliance:BackupUrls", "https://b.example.com"))),
        StringComparison.Ordinal);

    [Fact]
    public void Partners_keep_their_order() => Assert.Equal(
        ["https://z.example.com/", "https://a.example.com:8443/"],
        InMemory.Read(("Appliance:BackupUrls:0", "https://z.example.com"), ("Appliance:BackupUrls:1", " https://a.example.com:8443 "))
            .Appliance.BackupUrls.Select(one => one.AbsoluteUri));

    [Theory]
    [InlineData("https://apps.apple.com")]
    [InlineData("apps.apple.com/app")]
    [InlineData("apps.apple.com:443")]
    public void A_host_to_redirect_to_is_a_bare_name(string host) => Assert.StartsWith(
        $"Appliance:RedirectHosts:0 is \"{host}\". Write a host name, ",
        Assert.Single(InMemory.MistakesIn(("Appliance:RedirectHosts:0", host))),
        StringComparison.Ordinal);
}
