using System.Text.RegularExpressions;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests;

/// <summary>The portal on a fresh machine, started with one command and no settings at all.</summary>
public sealed partial class SimulationTests
{
    private const int ClientBytes = 12345;

    [Theory]
    [InlineData("Development", null)]
    [InlineData("Production", "true")]
    public async Task Demo_mode_prints_its_control_page_and_a_key_that_works(string environment, string? simulated)
    {
        (string, string)[] settings = [("Appliance__SimulatedClientBytes", $"{ClientBytes}")];
        await using var portal = PortalProcess.Start(environment, simulated is null ? settings : [.. settings, ("Appliance__Simulated", simulated)]);
        var address = await portal.AddressAsync();
        var announcement = await portal.LineHavingAsync("Simulated appliance:");
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        var controlPage = await client.GetStringAsync(Address().Match(announcement).Value + "/simulated", TestContext.Current.CancellationToken);
        Assert.Contains("Åsa Lindqvist", controlPage);

        var page = await client.GetStringAsync(address, TestContext.Current.CancellationToken);
        Assert.Contains("Åsa Lindqvist", page);

        var key = Key().Match(announcement).Value;
        using var answer = await client.GetAsync($"{address}download_customer_connector.ns?short_key={key}", TestContext.Current.CancellationToken);
        Assert.Equal(ClientBytes, (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Demo_mode_can_be_switched_off_in_Development()
    {
        await using var portal = PortalProcess.Start("Development", ("Appliance__Simulated", "false"));

        var (exitCode, errors) = await portal.EndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("Appliance:BaseUrl is missing.", errors);
    }

    [Fact]
    public async Task A_portal_with_an_address_brings_no_appliance_along()
    {
        await using var portal = PortalProcess.Start("Development", ("Appliance__BaseUrl", "http://127.0.0.1:9"), ("Appliance__Username", "portal"), ("Appliance__Password", "x"));
        var address = await portal.AddressAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        var page = await client.GetStringAsync(address + "representatives", TestContext.Current.CancellationToken);

        Assert.Contains("We can’t see who is there right now.", page);
    }

    [Fact]
    public async Task The_log_of_Production_is_one_JSON_object_for_each_line()
    {
        await using var portal = PortalProcess.Start("Production", ("Appliance__BaseUrl", "http://127.0.0.1:9"));
        var address = await portal.AddressAsync();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        await client.GetStringAsync(address + "session-key?customer_name=Ann", TestContext.Current.CancellationToken);

        using var entry = System.Text.Json.JsonDocument.Parse(await portal.LineHavingAsync("{RequestMethod}"));

        Assert.Equal("/session-key", entry.RootElement.GetProperty("RequestPath").GetString());
        Assert.Equal(200, entry.RootElement.GetProperty("StatusCode").GetInt32());
        Assert.Equal(32, entry.RootElement.GetProperty("@tr").GetString()?.Length);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    // As Development words it, and as the JSON of Production holds it.
    [GeneratedRegex("(?<=to try: |\"Key\":\")\\d{7}")]
    private static partial Regex Key();
}
