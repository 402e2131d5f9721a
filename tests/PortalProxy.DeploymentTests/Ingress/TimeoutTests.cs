using System.Globalization;
using System.Text.RegularExpressions;
using PortalProxy.DeploymentTests.Infrastructure;

namespace PortalProxy.DeploymentTests.Ingress;

/// <summary>How long each recipe lets a connection stand still, against how long the portal does: the portal must be the one that gives up first.</summary>
public sealed class TimeoutTests
{
    [Theory]
    [InlineData("nginx.conf", "proxy_read_timeout (.*)m;")]
    [InlineData("nginx.conf", "send_timeout (.*)m;")]
    [InlineData("haproxy.cfg", "timeout client (.*)m")]
    [InlineData("haproxy.cfg", "timeout server (.*)m")]
    public void A_proxy_waits_longer_than_the_portal(string recipe, string line)
    {
        var minutes = double.Parse(Regex.Match(ProjectFacts.Text($"deploy/ingress/{recipe}"), $"^ *{line}$", RegexOptions.Multiline).Groups[1].Value, CultureInfo.InvariantCulture);
        var appliance = DeployedSettings.Read([new("Appliance__BaseUrl", "https://support.example.com")]).Appliance;

        Assert.True(TimeSpan.FromMinutes(minutes) > appliance.IdleTimeout);
        Assert.True(TimeSpan.FromMinutes(minutes) > appliance.AnswerTimeout);
    }

    [Fact]
    public void Caddy_waits_without_end_once_it_is_connected() =>
        Assert.Equal("dial_timeout 5s", Assert.Single(Regex.Matches(ProjectFacts.Text("deploy/ingress/Caddyfile"), @"\S*timeout.*")).Value);
}
