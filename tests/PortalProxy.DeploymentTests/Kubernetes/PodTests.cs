using k8s.Models;
using PortalProxy.DeploymentTests.Infrastructure;
using PortalProxy.Hosting;

namespace PortalProxy.DeploymentTests.Kubernetes;

/// <summary>The portal's pod against the image, the settings and the routes of the code.</summary>
public sealed class PodTests
{
    private static readonly V1PodSpec Pod = PortalPod.Spec;
    private static readonly V1Container Portal = PortalPod.Container;

    [Fact]
    public void It_runs_the_image_of_this_version_at_the_port_of_the_image()
    {
        var image = Assert.Single(Manifests.Kustomization.Images);

        Assert.Equal(image.Name, Portal.Image);
        Assert.Equal(ProjectFacts.Version, image.NewTag);
        Assert.Equal([("http", ProjectFacts.Port), ("management", PortalPod.Settings.Server.ManagementPort)], Portal.Ports.Select(port => (port.Name, port.ContainerPort)));
    }

    [Fact]
    public void Its_probes_ask_the_portals_health_where_any_name_is_let_through()
    {
        V1Probe[] probes = [Portal.StartupProbe, Portal.LivenessProbe, Portal.ReadinessProbe];

        Assert.Equal([Health.LivePath, Health.LivePath, Health.ReadyPath], probes.Select(probe => probe.HttpGet.Path));
        Assert.All(probes, probe => Assert.Equal("management", probe.HttpGet.Port.Value));
    }

    [Fact]
    public void Its_settings_start_a_portal_and_hold_nothing_that_the_portal_does_not_know()
    {
        var settings = PortalPod.Settings;

        Assert.Equal(new Uri("https://support.example.com"), settings.Appliance.BaseUrl);
        Assert.NotNull(settings.Redis.Connection);
        Assert.NotEmpty(settings.TrustedProxies.Networks);
        Assert.Contains("redis:6379", settings.Redis.Connection.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_given_the_time_that_its_downloads_are_given()
    {
        var server = PortalPod.Settings.Server;

        Assert.InRange(Pod.TerminationGracePeriodSeconds!.Value, (server.DrainDelay + server.ShutdownTimeout).TotalSeconds + 15, 3600);
    }

    [Fact]
    public void Every_pod_runs_without_rights_on_a_root_that_can_not_be_written() => Assert.All(
        Manifests.All.OfType<V1Deployment>().Select(deployment => deployment.Spec.Template.Spec), pod =>
        {
            Assert.True(pod.SecurityContext.RunAsNonRoot);
            Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
            Assert.False(pod.AutomountServiceAccountToken);
            Assert.False(pod.EnableServiceLinks);
            Assert.All(pod.Containers, container =>
            {
                Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
                Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
                Assert.Equal("ALL", Assert.Single(container.SecurityContext.Capabilities.Drop));
                Assert.Contains("memory", container.Resources.Limits.Keys);
                Assert.Equal(["cpu", "memory"], container.Resources.Requests.Keys.Order(StringComparer.Ordinal));
            });
        });

    [Fact]
    public void It_runs_as_the_user_that_the_image_has_and_is_spread_over_nodes_and_zones()
    {
        Assert.Equal(1654, Pod.SecurityContext.RunAsUser);
        Assert.Equal(
            ["kubernetes.io/hostname", "topology.kubernetes.io/zone"], Pod.TopologySpreadConstraints.Select(one => one.TopologyKey));
    }
}
