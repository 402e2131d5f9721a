using k8s;
using k8s.Models;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.DeploymentTests.Infrastructure;

/// <summary>Everything in <c>deploy/kubernetes</c>, loaded strictly: a field that Kubernetes does not know is an error.</summary>
public static class Manifests
{
    private const string Folder = "deploy/kubernetes";
    private const string Kustomize = "kustomization.yaml";

    public static IReadOnlyList<string> Files { get; } =
        [.. Repository.Sources(Folder, ".yaml").Select(path => Path.GetFileName(path)).Where(name => name != Kustomize).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<object> All { get; } = [.. Files.SelectMany(Of)];

    public static Kustomization Kustomization { get; } =
        StrictYaml.Read<Kustomization>(ProjectFacts.Text($"{Folder}/{Kustomize}"), StrictYaml.CamelCase);

    public static IReadOnlyList<object> Of(string file) => [.. KubernetesYaml.LoadAllFromString(ProjectFacts.Text($"{Folder}/{file}"), strict: true)];

    public static T Named<T>(string name)
        where T : IMetadata<V1ObjectMeta> => All.OfType<T>().Single(one => one.Metadata.Name == name);
}

/// <summary>The part of Kustomize's file that is used here; anything else is an error.</summary>
public sealed record Kustomization(
    string ApiVersion, string Kind, string Namespace, IReadOnlyList<string> Resources, IReadOnlyList<Kustomization.ImageName> Images)
{
    public sealed record ImageName(string Name, string NewName, string NewTag);
}
