using Microsoft.Extensions.Configuration;
using PortalProxy.Settings;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Appliance;

public sealed class ApplianceSettingsTests
{
    private const string Secret = "open sesame";

    [Theory]
    [InlineData("Username", "Password", "/api/command.ns")]
    [InlineData("ClientId", "ClientSecret", "/api/command")]
    public void Each_kind_of_account_has_its_path_and_is_not_printed(string name, string secret, string path)
    {
        var options = Read(($"Appliance:{name}", "portal"), ($"Appliance:{secret}", Secret)).Appliance;

        Assert.Equal(path, options.CommandPath);
        Assert.Equal("command API account", options.Credentials?.ToString());
        Assert.DoesNotContain(Secret, options.ToString());
    }

    [Fact]
    public void A_path_that_is_set_holds_for_either_kind() =>
        Assert.Equal("/x", Read(("Appliance:ClientId", "1"), ("Appliance:ClientSecret", Secret), ("Appliance:CommandPath", "/x")).Appliance.CommandPath);

    [Fact]
    public void No_account_is_no_mistake() => Assert.Null(Read().Appliance.Credentials);

    [Fact]
    public void Two_accounts_are_one_too_many() =>
        Assert.StartsWith(
            "Appliance:ClientId is set while Appliance:Username is set. Keep one account: ",
            Assert.Single(Mistakes(
                ("Appliance:Username", "portal"), ("Appliance:Password", Secret), ("Appliance:ClientId", "1"), ("Appliance:ClientSecret", Secret))),
            StringComparison.Ordinal);

    [Fact]
    public void Each_half_of_an_account_is_named() =>
        Assert.Equal(
            [
                "Appliance:Username is missing while Appliance:Password is set. Set both, or neither.",
                "Appliance:ClientSecret is missing while Appliance:ClientId is set. Set both, or neither.",
            ],
            Mistakes(("Appliance:Password", Secret), ("Appliance:ClientId", "1")));

    [Theory]
    [InlineData("Appliance:ConnectTimeout", "5")]
    [InlineData("Appliance:CommandTimeout", "00:00:00")]
    public void A_bad_time_is_named(string key, string value) =>
        Assert.StartsWith($"{key} is \"{value}\". ", Assert.Single(Mistakes((key, value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "a file without a certificate")]
    [InlineData("not a certificate", "a file without a certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----", "which holds something broken")]
    public void A_file_of_certificates_without_one_is_named(string text, string fault)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("trusted.pem", text);

        Assert.StartsWith(
            $"Appliance:TrustedCertificates is \"{file}\", {fault}. Name a file ",
            Assert.Single(Mistakes(("Appliance:TrustedCertificates", file))),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("absent.pem")]
    [InlineData("")]
    public void A_file_of_certificates_that_cannot_be_read_is_named(string name)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, name);

        Assert.StartsWith(
            $"Appliance:TrustedCertificates is \"{path}\", which can't be read (",
            Assert.Single(Mistakes(("Appliance:TrustedCertificates", path))),
            StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Mistakes(params (string Key, string Value)[] settings)
    {
        var mistakes = Assert.Throws<SettingsException>(() => Read(settings)).Mistakes;
        Assert.DoesNotContain(mistakes, one => one.Contains(Secret, StringComparison.Ordinal));
        return mistakes;
    }

    private static PortalSettings Read(params (string Key, string Value)[] settings) => PortalSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection([new("Appliance:BaseUrl", "https://support.example.com")])
        .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)))
        .Build());
}
