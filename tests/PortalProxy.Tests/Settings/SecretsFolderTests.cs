using Microsoft.Extensions.DependencyInjection;
using PortalProxy.Appliance;
using PortalProxy.Settings;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Settings;

public sealed class SecretsFolderTests : IDisposable
{
    private static readonly (string Key, string Value)[] Address = [("Appliance:BaseUrl", "https://support.example.com")];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_is_a_setting_and_wins_over_every_other_source()
    {
        folder.Write("Appliance__ClientSecret", " open sesame \n");

        await using var portal = Portal.Start(
            [.. Address, ("Appliance:ClientId", "1"), ("Appliance:ClientSecret", "stale"), ("Portal:SecretsFolder", folder.Path)]);

        Assert.Equal(" open sesame ", SecretOf(portal));
    }

    [Fact]
    public async Task Kubernetes_links_to_its_files_from_a_hidden_folder()
    {
        using var hidden = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "..data"), hidden.Path);
        hidden.Write("Appliance__ClientSecret", "open sesame");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "Appliance__ClientSecret"), Path.Combine("..data", "Appliance__ClientSecret"));

        await using var portal = Portal.Start([.. Address, ("Appliance:ClientId", "1"), ("Portal:SecretsFolder", folder.Path)]);

        Assert.Equal("open sesame", SecretOf(portal));
    }

    [Theory]
    [InlineData("absent", "which is no folder")]
    [InlineData("file", "which is no folder")]
    [InlineData("Appliance__ClientSecret", "which can't be read (FileNotFoundException)")]
    public void A_folder_that_is_not_there_or_not_readable_stops_the_start(string name, string fault)
    {
        folder.Write("file", "");
        var named = Path.Combine(folder.Path, name);
        if (name == "Appliance__ClientSecret")
        {
            File.CreateSymbolicLink(named, Path.Combine(folder.Path, "gone"));
            named = folder.Path;
        }

        Assert.StartsWith($"Portal:SecretsFolder is \"{named}\", {fault}. Name a folder ", MistakeOf(named), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_needs_its_full_path() =>
        Assert.StartsWith("Portal:SecretsFolder is \"secrets\", which is no full path. ", MistakeOf("secrets"), StringComparison.Ordinal);

    private static string MistakeOf(string folder)
    {
        var ledger = new SettingsLedger();
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationManager();
        configuration["Portal:SecretsFolder"] = folder;
        configuration.AddSecretsFolder();
        SecretsFolder.Check(new SettingReader(configuration.GetSection("Portal"), "Portal", ledger));
        return Assert.Single(Assert.Throws<SettingsException>(ledger.ThrowIfMistaken).Mistakes);
    }

    private static string? SecretOf(Portal portal) =>
        (portal.Services.GetRequiredService<ApplianceOptions>().Credentials as CommandCredentials.OAuthClient)?.Secret;
}
