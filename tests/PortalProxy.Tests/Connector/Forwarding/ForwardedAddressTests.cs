using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>Who asks, as the appliance is told it.</summary>
public sealed class ForwardedAddressTests
{
    [Theory]
    [InlineData("10.0.0.0/8", "203.0.113.9", "127.0.0.1")]
    [InlineData("127.0.0.0/8", "203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.0/8", "198.51.100.7, 203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.0/8", "nobody", "127.0.0.1")]
    [InlineData("127.0.0.0/8", "203.0.113.9:4711", "203.0.113.9")]
    [InlineData("127.0.0.0/8", "[2001:DB8::9]:4711", "2001:db8::9")]
    [InlineData("127.0.0.0/8", "::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.0/8", "203.0.113.9, <script>", "127.0.0.1")]
    [InlineData("127.0.0.0/8", "203.0.113.9 evil", "127.0.0.1")]
    [InlineData("127.0.0.0/8", "${jndi:ldap://203.0.113.9/a}", "127.0.0.1")]
    [InlineData("127.0.0.0/8", "", "127.0.0.1")]
    public async Task Only_a_trusted_proxy_may_speak_for_the_customer(string trusted, string claimed, string told)
    {
        await using var appliance = RawAppliance.Saying(RawAppliance.ClientHead(length: 2) + "MZ");
        await using var portal = appliance.StartPortal(("Portal:TrustedProxies:0", trusted));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{PortalRequests.Door}?issue_menu=1");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", claimed);

        using var answer = await portal.SendAsync(request);

        Assert.Equal(told, (await appliance.NextAsync()).Header("X-Forwarded-For"));
    }
}
