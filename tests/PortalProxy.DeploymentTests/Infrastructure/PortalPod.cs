using k8s.Models;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.DeploymentTests.Infrastructure;

/// <summary>The portal's pod of <c>deploy/kubernetes</c>, and the settings that it starts with.</summary>
public static class PortalPod
{
    public static V1PodSpec Spec { get; } = Manifests.Named<V1Deployment>("portal").Spec.Template.Spec;

    public static V1Container Container { get; } = Assert.Single(Spec.Containers);

    public static IReadOnlyDictionary<string, string> Variables { get; } =
        new Dictionary<string, string>(Manifests.Named<V1ConfigMap>(Assert.Single(Container.EnvFrom).ConfigMapRef.Name).Data);

    /// <summary>The text of the file that <c>Portal:SettingsFile</c> names, out of the ConfigMap that is mounted there.</summary>
    public static string SettingsFile { get; } = TextOf(Variables["Portal__SettingsFile"]);

    public static PortalSettings Settings { get; } = Read();

    public static V1VolumeMount MountAt(string folder) => Container.VolumeMounts.Single(mount => mount.MountPath == folder);

    public static V1Volume VolumeAt(string folder) => Spec.Volumes.Single(volume => volume.Name == MountAt(folder).Name);

    private static string TextOf(string path) =>
        Manifests.Named<V1ConfigMap>(VolumeAt(Path.GetDirectoryName(path)!).ConfigMap.Name).Data[Path.GetFileName(path)];

    // One folder stands in for both mounts: the portal refuses what is not there.
    private static PortalSettings Read()
    {
        using var folder = new TemporaryFolder();
        var mounted = new Dictionary<string, string>(Variables)
        {
            ["Portal__SecretsFolder"] = folder.Path,
            ["Portal__SettingsFile"] = folder.Write("settings.json", SettingsFile),
        };
        var secret = Manifests.Named<V1Secret>(VolumeAt(Variables["Portal__SecretsFolder"]).Secret.SecretName);
        return DeployedSettings.Read([.. mounted, .. secret.StringData]);
    }
}
