using System.Diagnostics;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Settings;

/// <summary>Settings out of files beside the portal, and of one that is mounted.</summary>
public sealed class SettingsFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_of_the_environment_is_read_and_a_variable_wins_over_it()
    {
        folder.Write("appsettings.Production.json", """{ "Portal": { "SessionKeyLength": 99, "Issue": "on", "SessionKey": "off" } }""");
        await using var portal = PortalProcess.Start(
            "Production", ["--contentRoot", folder.Path], ("Appliance__BaseUrl", "http://127.0.0.1:9"), ("Portal__Issue", "true"));

        var (exitCode, errors) = await portal.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("Portal:SessionKeyLength is \"99\".", errors);
        Assert.Contains("Portal:SessionKey is \"off\".", errors);
        Assert.DoesNotContain("Portal:Issue", errors);
    }

    [Fact]
    public async Task A_file_that_is_no_JSON_stops_the_start_without_a_stack_trace()
    {
        folder.Write("appsettings.Production.json", """{ "Portal": """);
        await using var portal = PortalProcess.Start("Production", ["--contentRoot", folder.Path], ("Appliance__BaseUrl", "http://127.0.0.1:9"));

        var (exitCode, errors) = await portal.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("appsettings.Production.json", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Theory]
    [InlineData("settings.json", "which is no full path", false)]
    [InlineData("absent.json", "which is no file", true)]
    [InlineData("broken.json", "which can't be read: ", true)]
    public void A_file_that_can_not_be_read_stops_the_start(string name, string fault, bool isFull)
    {
        folder.Write("broken.json", "{");
        var path = isFull ? Path.Combine(folder.Path, name) : name;

        var mistake = Assert.Single(InMemory.MistakesIn(("Portal:SettingsFile", path)));

        Assert.StartsWith($"Portal:SettingsFile is \"{path}\", {fault}", mistake, StringComparison.Ordinal);
        Assert.Contains(". Name a file by its full path", mistake);
    }

    [Fact]
    public async Task A_mounted_ConfigMap_wins_over_the_files_beside_the_portal_and_its_change_is_noticed()
    {
        var file = MountFirst("""{ "Portal": { "Name": "Help desk" } }""");
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"), ("Portal:SettingsFile", file));
        Assert.Contains("Help desk", await PageAsync(portal));

        await SwapAsync("second", """{ "Portal": { "Name": "Help desk", "Notices": [ { "Text": "Printing is down." } ] } }""");
        await Poll.UntilAsync(async () => (await PageAsync(portal)).Contains("Printing is down.", StringComparison.Ordinal), "the notice is seen");

        await SwapAsync("third", """{ "Portal": { "Name": "Loud desk", "Issue": "on" } }""");
        await portal.Log.WaitForAsync("the old ones stay in force");
        Assert.Contains("Help desk", await PageAsync(portal));
        Assert.Contains("Printing is down.", await PageAsync(portal));
    }

    private static Task<string> PageAsync(Portal portal) => portal.Client.GetStringAsync("/session-key", TestContext.Current.CancellationToken);

    // As the kubelet mounts one: the file is a link through ..data, which is a link to a folder of this version.
    private string MountFirst(string text)
    {
        WriteVersion("first", text);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "..data"), "first");
        var file = Path.Combine(folder.Path, "settings.json");
        File.CreateSymbolicLink(file, Path.Combine("..data", "settings.json"));
        return file;
    }

    // One rename: nobody ever sees half of a version.
    private async Task SwapAsync(string version, string text)
    {
        WriteVersion(version, text);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "..data_tmp"), version);
        using var rename = Process.Start("mv", ["-T", Path.Combine(folder.Path, "..data_tmp"), Path.Combine(folder.Path, "..data")]);
        await rename.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, rename.ExitCode);
    }

    private void WriteVersion(string version, string text) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, version)).FullName, "settings.json"), text);
}
