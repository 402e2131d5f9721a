using System.Net;
using PortalProxy.Limits;

namespace PortalProxy.Tests.Limits;

/// <summary>Who counts as one client.</summary>
public sealed class ClientNetworkTests
{
    [Theory]
    [InlineData("203.0.113.77", "203.0.113.77", null, "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.77", null, "203.0.113.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48", "2001:db8:1::/48")]
    [InlineData("::1", "::/64", "::/48", "::/48")]
    public void A_client_is_an_address_or_an_ipv6_network(string address, string name, string? site, string surroundings)
    {
        var client = ClientNetwork.Of(IPAddress.Parse(address));

        Assert.Equal((name, site, surroundings), (client.Name, client.Site, client.Surroundings));
        Assert.Equal(surroundings, client.ToString());
    }

    [Fact]
    public void A_connection_without_an_address_is_a_client_as_well() => Assert.Equal("unknown", ClientNetwork.Of((IPAddress?)null).Name);
}
