using k8s.Models;
using Microsoft.Extensions.Configuration;
using PortalProxy.DeploymentTests.Infrastructure;
using PortalProxy.PublicSites;
using PortalProxy.Settings;

namespace PortalProxy.DeploymentTests.Kubernetes;

/// <summary>The settings that running portals of a cluster take over.</summary>
public sealed class PagesTests
{
    private static readonly string Folder = Path.GetDirectoryName(PortalPod.Variables["Portal__SettingsFile"])!;

    [Fact]
    public void Their_file_is_mounted_as_a_folder_since_kubernetes_never_changes_one_that_is_mounted_alone()
    {
        var mount = PortalPod.MountAt(Folder);

        Assert.Null(mount.SubPath);
        Assert.Null(mount.SubPathExpr);
        Assert.True(mount.ReadOnlyProperty);
        Assert.Null(PortalPod.VolumeAt(Folder).ConfigMap.Items);
    }

    [Fact]
    public void It_can_be_changed_by_an_administrator() =>
        Assert.NotEqual(true, Manifests.Named<V1ConfigMap>(PortalPod.VolumeAt(Folder).ConfigMap.Name).Immutable);

    [Fact]
    public void It_holds_what_a_running_portal_takes_over_and_nothing_that_waits_for_a_start()
    {
        var (file, ledger) = (FileAlone(), new SettingsLedger());

        PublicSiteTable.Read(file.GetSection("Portal"), ledger);

        Assert.False(ledger.HasMistakes);
        Assert.Equal("Portal", Assert.Single(file.GetChildren()).Key);
        Assert.Empty(ledger.Unknown(file, "Portal"));
        Assert.Equal(file["Portal:Name"], PortalPod.Settings.Sites.Default.Name);
    }

    [Fact]
    public void No_variable_stands_in_its_way() => Assert.Empty(
        FileAlone().AsEnumerable().Select(one => one.Key.Replace(":", "__", StringComparison.Ordinal)).Intersect(PortalPod.Variables.Keys, StringComparer.OrdinalIgnoreCase));

    private static IConfigurationRoot FileAlone() =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(PortalPod.SettingsFile))).Build();
}
