using System.Text.RegularExpressions;
using PortalProxy.DeploymentTests.Compose;
using PortalProxy.DeploymentTests.Infrastructure;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.DeploymentTests.Image;

/// <summary>The image at work: its own user, a root that can't be written, no shell, its own entry point and health check.</summary>
[Collection<ImageCollection>]
public sealed class ContainerTests(PortalImage image)
{
    private const string Simulated = "Appliance__Simulated=true";
    private const string NoDrain = "Portal__DrainDelay=00:00:00";
    private const string Portal = "http://127.0.0.1:8080";
    private const string Form = "Content-Type: application/x-www-form-urlencoded";

    [Fact]
    public async Task It_hands_over_a_client_as_a_user_without_rights_on_a_root_that_can_not_be_written()
    {
        await using var container = await image.StartAsync(Simulated, NoDrain);

        var bytes = await container.CurlAsync("--output", "/dev/null", "--write-out", "%{http_code} %{size_download}", $"{Portal}/download_customer_connector.ns?issue_menu=1");

        Assert.Equal("200 8388608", bytes);
        var status = container.Kernel("status");
        Assert.Matches(new Regex(@"^Uid:\s1654\s1654\s1654\s1654$", RegexOptions.Multiline), status);
        Assert.Matches(new Regex("^CapBnd:\\s0+$", RegexOptions.Multiline), status);
        Assert.Matches(new Regex("^NoNewPrivs:\\s1$", RegexOptions.Multiline), status);
        Assert.Contains(container.Kernel("mountinfo").Split('\n'), line => line.Contains(" / ro,", StringComparison.Ordinal));
        Assert.DoesNotContain(container.Kernel("mountinfo").Split('\n'), line => line.Contains(" /tmp ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_longest_form_needs_no_temporary_file()
    {
        await using var container = await image.StartAsync(Simulated, NoDrain);
        var answer = await container.CurlAsync(
            "--output", "/dev/null", "--write-out", "%{http_code}", "--header", Form, "--data", $"issue_menu=1&other={new string('x', 90_000)}", $"{Portal}/download_customer_connector.ns");

        Assert.Equal("200", answer);
    }

    [Fact]
    public async Task Its_health_check_says_yes_while_it_serves_and_no_while_it_drains()
    {
        await using var container = await image.StartAsync(Simulated, "Portal__DrainDelay=00:00:20");
        string[] check = [.. image.Config.GetProperty("Healthcheck").GetProperty("Test").EnumerateArray().Select(one => one.GetString()!)];
        Assert.Equal("CMD", check[0]);

        var serving = await container.ExecuteAsync(check[1..]);
        var stop = container.StopAsync();
        await Poll.UntilAsync(() => container.Said.Contains("Stopping:", StringComparison.Ordinal), "it drains");
        var draining = await container.ExecuteAsync(check[1..]);

        Assert.Equal((0, 1), (serving.ExitCode, draining.ExitCode));
        Assert.Contains("\"ready\"", serving.Output, StringComparison.Ordinal);
        Assert.Contains("\"stopping\"", draining.Output, StringComparison.Ordinal);
        Assert.Equal(0, await stop);
    }

    [Fact]
    public async Task It_plays_the_appliance_where_the_composition_asks_for_one()
    {
        await using var appliance = await image.StartApplianceAsync(ComposeFile.Load().Services["appliance"].Entrypoint);

        Assert.Contains("<rep id=", await appliance.CurlAsync("--data", "action=get_logged_in_reps&username=portal&password=simulated", "http://127.0.0.1:8181/api/command.ns"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_ends_it_with_1_and_says_which()
    {
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => image.StartAsync("Appliance__BaseUrl=nonsense"));

        Assert.Contains("Appliance:BaseUrl", wrong.Message, StringComparison.Ordinal);
    }
}
