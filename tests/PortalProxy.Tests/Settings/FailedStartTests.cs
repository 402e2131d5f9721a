using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Settings;

/// <summary>What an administrator sees when the settings are wrong.</summary>
public sealed class FailedStartTests
{
    [Fact]
    public async Task Bad_settings_end_the_process_with_1_and_are_all_named()
    {
        await using var portal = PortalProcess.Start(
            "Production",
            ("Appliance__BaseUrl", "https://support.example.com"),
            ("Appliance__Simulated", "perhaps"),
            ("Appliance__SimulatedClientBytes", "many"),
            ("Portal__SessionKeyLength", "99"));

        var (exitCode, errors) = await portal.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("Appliance:Simulated is \"perhaps\". Write true or false.", errors);
        Assert.Contains("Appliance:SimulatedClientBytes is \"many\". Write a whole number", errors);
        Assert.Contains("Portal:SessionKeyLength is \"99\". Write a whole number from 1 to 24.", errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task Without_an_address_the_portal_does_not_start_in_Production()
    {
        await using var portal = PortalProcess.Start("Production");

        var (exitCode, errors) = await portal.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("Appliance:BaseUrl is missing.", errors);
        Assert.Contains("Appliance__BaseUrl", errors);
    }

    [Fact]
    public async Task A_log_level_that_does_not_exist_is_a_bad_setting_like_any_other()
    {
        await using var portal = PortalProcess.Start(
            "Production", ("Appliance__BaseUrl", "https://support.example.com"), ("Serilog__MinimumLevel", "Loud"), ("Portal__Issue", "on"));

        var (exitCode, errors) = await portal.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("Serilog:MinimumLevel is \"Loud\".", errors);
        Assert.Contains("Portal:Issue is \"on\".", errors);
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_the_process_with_1_and_is_named()
    {
        using var taken = new TcpListener(IPAddress.Any, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        await using var asPublic = PortalProcess.Start("Production", ("Appliance__BaseUrl", "http://127.0.0.1:9"), ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"));
        await using var asManagement = PortalProcess.Start("Production", ("Appliance__BaseUrl", "http://127.0.0.1:9"), ("Portal__ManagementPort", port));

        foreach (var (exitCode, errors) in await Task.WhenAll(asPublic.EndAsync(), asManagement.EndAsync()))
        {
            Assert.Equal(1, exitCode);
            Assert.Contains("The portal can't listen: ", errors);
            Assert.Contains($":{port}: address already in use. Give ASPNETCORE_HTTP_PORTS and Portal:ManagementPort each a port that is free.", errors);
            Assert.DoesNotContain("   at ", errors);
        }
    }
}
