using k8s.Models;
using PortalProxy.DeploymentTests.Infrastructure;

namespace PortalProxy.DeploymentTests.Kubernetes;

/// <summary>Every manifest loads, and what one says of another is there.</summary>
public sealed class ManifestTests
{
    private static readonly V1Deployment Portal = Manifests.Named<V1Deployment>("portal");
    private static readonly V1Deployment Redis = Manifests.Named<V1Deployment>("redis");

    public static TheoryData<string> Files => [.. Manifests.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_manifest_holds_nothing_that_kubernetes_does_not_know(string file) => Assert.NotEmpty(Manifests.Of(file));

    [Fact]
    public void A_field_that_is_misspelt_would_be_found() =>
        Assert.ThrowsAny<Exception>(() => k8s.KubernetesYaml.LoadAllFromString("apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { selektor: {} }", strict: true));

    [Fact]
    public void Kustomize_applies_every_file_once() =>
        Assert.Equal(Manifests.Files, Manifests.Kustomization.Resources.Order(StringComparer.Ordinal));

    [Fact]
    public void All_of_the_kinds_that_operators_expect_are_there() => Assert.Superset(
        (HashSet<Type>)[typeof(V1Deployment), typeof(V1Service), typeof(V1PodDisruptionBudget), typeof(V2HorizontalPodAutoscaler), typeof(V1NetworkPolicy), typeof(V1Ingress), typeof(V1ConfigMap), typeof(V1Secret)],
        Manifests.All.Select(one => one.GetType()).ToHashSet());

    [Fact]
    public void Whatever_selects_pods_selects_those_of_the_portal()
    {
        var labels = Portal.Spec.Template.Metadata.Labels;

        Assert.Equal(labels, Portal.Spec.Selector.MatchLabels);
        Assert.Equal(labels, Manifests.Named<V1Service>("portal").Spec.Selector);
        Assert.Equal(labels, Manifests.Named<V1PodDisruptionBudget>("portal").Spec.Selector.MatchLabels);
        Assert.Equal(labels, Manifests.Named<V1NetworkPolicy>("portal").Spec.PodSelector.MatchLabels);
        Assert.All(Portal.Spec.Template.Spec.TopologySpreadConstraints, one => Assert.Equal(labels, one.LabelSelector.MatchLabels));
        Assert.Equal(("Deployment", "portal"), (Autoscaler.ScaleTargetRef.Kind, Autoscaler.ScaleTargetRef.Name));
        Assert.Equal(Redis.Spec.Template.Metadata.Labels, Manifests.Named<V1Service>("redis").Spec.Selector);
    }

    [Fact]
    public void The_autoscaler_alone_says_how_many_portals_there_are_and_never_less_than_two()
    {
        Assert.Null(Portal.Spec.Replicas);
        Assert.InRange(Autoscaler.MinReplicas!.Value, 2, Autoscaler.MaxReplicas);
        Assert.Equal("1", Manifests.Named<V1PodDisruptionBudget>("portal").Spec.MaxUnavailable.Value);
        Assert.Equal("0", Portal.Spec.Strategy.RollingUpdate.MaxUnavailable.Value);
    }

    [Fact]
    public void Requests_find_their_way_from_the_ingress_to_the_container()
    {
        var service = Manifests.Named<V1Service>("portal");
        var backend = Assert.Single(Assert.Single(Assert.Single(Manifests.All.OfType<V1Ingress>()).Spec.Rules).Http.Paths).Backend.Service;
        var port = Assert.Single(service.Spec.Ports);

        Assert.Equal((service.Metadata.Name, port.Name), (backend.Name, backend.Port.Name));
        Assert.Contains(Portal.Spec.Template.Spec.Containers[0].Ports, one => one.Name == port.TargetPort.Value);
        Assert.Equal("http", port.TargetPort.Value);
        Assert.Equal(6379, Assert.Single(Manifests.Named<V1Service>("redis").Spec.Ports).Port);
    }

    [Fact]
    public void The_portal_reaches_the_appliance_redis_and_dns_and_nothing_else()
    {
        var egress = Manifests.Named<V1NetworkPolicy>("portal").Spec.Egress;

        Assert.Equal(["Ingress", "Egress"], Manifests.Named<V1NetworkPolicy>("portal").Spec.PolicyTypes);
        Assert.Equal(3, egress.Count);
        Assert.All(egress, rule => Assert.NotNull(rule.To));
        Assert.Equal(("203.0.113.10/32", "443"), (Assert.Single(egress[0].To).IpBlock.Cidr, Assert.Single(egress[0].Ports).Port.Value));
        Assert.Equal(Redis.Spec.Template.Metadata.Labels, Assert.Single(egress[1].To).PodSelector.MatchLabels);
        Assert.Equal("6379", Assert.Single(egress[1].Ports).Port.Value);
        Assert.Equal("kube-dns", Assert.Single(egress[2].To).PodSelector.MatchLabels["k8s-app"]);
        Assert.All(egress[2].Ports, port => Assert.Equal("53", port.Port.Value));
    }

    [Fact]
    public void The_ingress_streams_and_waits_longer_than_the_portal()
    {
        var annotations = Assert.Single(Manifests.All.OfType<V1Ingress>()).Metadata.Annotations;

        Assert.Equal("False", annotations["nginx.org/proxy-buffering"]);
        Assert.Equal("error", annotations["nginx.org/proxy-next-upstream"]);
        Assert.Equal("6m", annotations["nginx.org/proxy-read-timeout"]);

        // Controllers refuse an Ingress that has one, unless they were told otherwise.
        Assert.DoesNotContain(annotations.Keys, name => name.EndsWith("-snippets", StringComparison.Ordinal));
        var appliance = DeployedSettings.Read([new("Appliance__BaseUrl", "https://support.example.com")]).Appliance;
        Assert.InRange(appliance.IdleTimeout, appliance.AnswerTimeout, TimeSpan.FromMinutes(5.5));
    }

    private static V2HorizontalPodAutoscalerSpec Autoscaler => Manifests.Named<V2HorizontalPodAutoscaler>("portal").Spec;
}
