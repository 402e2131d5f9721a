using System.Globalization;
using System.Net;
using PortalProxy.DeploymentTests.Infrastructure;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.DeploymentTests.Compose;

/// <summary><c>deploy/compose.yaml</c> against the image, the settings and the recipe of the proxy.</summary>
public sealed class ComposeTests
{
    private static readonly ComposeFile Compose = ComposeFile.Load();
    private static readonly ComposeService Portal = Compose.Services["portal"];
    private static readonly ComposeService Ingress = Compose.Services["ingress"];

    [Fact]
    public void A_key_that_is_misspelt_would_be_found() => Assert.Throws<System.Text.Json.JsonException>(() => ComposeFile.Parse("services: { portal: { imagee: x } }"));

    [Fact]
    public void Two_portals_of_this_repository_share_a_redis_and_a_proxy()
    {
        Assert.Equal(["appliance", "ingress", "portal", "redis"], Compose.Services.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, Portal.Deploy!.Replicas);
        Assert.True(File.Exists(Path.Combine(Repository.Root, "deploy", Portal.Build!, "Dockerfile")));
        Assert.Equal(Portal.Image, Compose.Services["appliance"].Image);
    }

    [Fact]
    public void The_settings_start_a_portal_and_hold_nothing_that_the_portal_does_not_know()
    {
        var settings = DeployedSettings.Read(Portal.Environment);

        Assert.Equal("appliance", settings.Appliance.BaseUrl.Host);
        Assert.Contains($"--urls=http://0.0.0.0:{settings.Appliance.BaseUrl.Port}", Compose.Services["appliance"].Entrypoint);
        Assert.Contains("redis:6379", settings.Redis.Connection!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_portal_believes_the_proxys_address_alone()
    {
        var proxy = Ingress.Networks["front"].Ipv4Address!;
        var trusted = Assert.Single(DeployedSettings.Read(Portal.Environment).TrustedProxies.Networks);
        var subnet = System.Net.IPNetwork.Parse(Assert.Single(Compose.Networks["front"].Ipam!.Config).Subnet);

        Assert.Equal($"{proxy}/32", trusted.ToString());
        Assert.True(subnet.Contains(IPAddress.Parse(proxy)));
    }

    [Fact]
    public void The_proxy_has_the_tested_recipe_and_starts_after_the_portals_are_healthy()
    {
        var (file, place, access) = Assert.Single(Ingress.Volumes).Split(':') switch { [var from, var to, var mode] => (from, to, mode), _ => ("", "", "") };

        Assert.True(File.Exists(Path.Combine(Repository.Root, "deploy", file)));
        Assert.Equal(("/etc/nginx/conf.d/default.conf", "ro"), (place, access));
        Assert.Contains($"server portal:{ProjectFacts.Port};", ProjectFacts.Text($"deploy/{file}"), StringComparison.Ordinal);
        Assert.Equal("service_healthy", Ingress.DependsOn["portal"].Condition);
        Assert.Contains("HEALTHCHECK", ProjectFacts.Dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void Downloads_are_given_their_time_when_a_portal_stops()
    {
        var server = DeployedSettings.Read(Portal.Environment).Server;
        var grace = int.Parse(Portal.StopGracePeriod!.TrimEnd('s'), CultureInfo.InvariantCulture);

        Assert.InRange(grace, (server.DrainDelay + server.ShutdownTimeout).TotalSeconds + 15, 3600);
    }

    [Fact]
    public void Nothing_but_the_proxy_can_write_or_has_rights_or_an_open_port() => Assert.All(
        Compose.Services.Where(one => one.Key != "ingress").Select(one => one.Value), service =>
        {
            Assert.True(service.ReadOnly);
            Assert.Equal("ALL", Assert.Single(service.CapDrop));
            Assert.Equal("no-new-privileges:true", Assert.Single(service.SecurityOpt));
            Assert.Empty(service.Ports);
        });
}
