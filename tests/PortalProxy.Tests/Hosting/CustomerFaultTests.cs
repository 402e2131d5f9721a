using System.Globalization;
using System.Net.Sockets;
using PortalProxy.Tests.Infrastructure;
using Serilog.Events;

namespace PortalProxy.Tests.Hosting;

/// <summary>Requests that no browser sends, on bare sockets: each has its status, none reaches the appliance, none is a fault of the portal.</summary>
public sealed class CustomerFaultTests : IAsyncLifetime
{
    private readonly RawAppliance appliance = RawAppliance.Saying(RawAppliance.ClientHead(length: 2) + "MZ");
    private Portal portal = null!;

    public static TheoryData<string> Faults => [.. CustomerFault.All.Select(one => one.Name)];

    public ValueTask InitializeAsync()
    {
        portal = appliance.StartPortal(("AllowedHosts", "localhost;127.0.0.1"), ("Serilog:MinimumLevel", "Verbose"));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await portal.DisposeAsync();
        await appliance.DisposeAsync();
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task It_has_a_status_and_the_appliance_never_hears_of_it(string name)
    {
        var fault = CustomerFault.Of(name);

        Assert.Equal(fault.Status, await StatusAsync(fault.Request));

        Assert.False(appliance.WasAsked);
        using (var next = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1"))
        {
            Assert.Equal("MZ"u8.ToArray(), await next.BytesAsync());
        }

        await portal.Log.WaitForAsync("Connector request by");
        Assert.DoesNotContain(portal.Log.All, one => one.Level > LogEventLevel.Information && !one.MessageTemplate.Text.StartsWith("Forwarded headers", StringComparison.Ordinal));
        Assert.DoesNotContain(CustomerFault.Mark, portal.Log.AsText(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/./download_customer_connector.ns?issue_menu=1")]
    [InlineData("/x/../download_customer_connector.ns?issue_menu=1")]
    [InlineData("/x/%2e%2e/download_customer_connector.ns?issue_menu=1")]
    [InlineData("/download%5Fcustomer_connector.ns?issue_menu=1")]
    public async Task A_path_that_means_the_door_is_the_door_and_the_appliance_sees_the_portals_spelling(string target)
    {
        Assert.Equal(200, await StatusAsync($"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n"));

        Assert.Equal($"{PortalRequests.Door}?issue_menu=1", (await appliance.NextAsync()).Target);
    }

    [Fact]
    public async Task Line_breaks_and_a_semicolon_in_a_description_stay_what_they_are()
    {
        Assert.Equal(200, await StatusAsync($"GET {PortalRequests.Door}?issue_menu=1&customer_desc=a%0d%0aX-Evil:+b;c HTTP/1.1\r\nHost: localhost\r\n\r\n"));

        Assert.Equal($"{PortalRequests.Door}?issue_menu=1&customer_desc=a%0D%0AX-Evil%3A%20b%3Bc", (await appliance.NextAsync()).Target);
    }

    [Fact]
    public async Task Ten_thousand_fields_of_one_name_are_one_fault()
    {
        using var customer = await RawCustomer.AskAsync(
            portal, CustomerFault.Of("ten thousand fields of one name").Request.Replace("Host:", "Connection: close\r\nHost:", StringComparison.Ordinal));

        Assert.InRange((await customer.ReadToEndAsync()).Length, 1, 20_000);
    }

    private async Task<int> StatusAsync(string request)
    {
        using var customer = await AskAsync(request);
        return int.Parse((await customer.ReadHeadAsync()).Split(' ')[1], CultureInfo.InvariantCulture);
    }

    // Whoever has heard enough may close the connection while ten megabytes are still on their way.
    private async Task<RawCustomer> AskAsync(string request)
    {
        var customer = await RawCustomer.AskAsync(portal, "");
        try
        {
            await customer.SendAsync(request);
        }
        catch (IOException failure) when (failure.InnerException is SocketException)
        {
            // The answer may be there nevertheless.
        }

        return customer;
    }
}
