using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.DeploymentTests.Infrastructure;

/// <summary>The image that <c>deploy/image/build</c> makes of this repository's Dockerfile, and its files, made once for all tests of it.</summary>
public sealed class PortalImage : IAsyncLifetime
{
    public const string Version = "9.8.7";
    public const string Revision = "0123abc";
    public const string Source = "https://git.example.com/portal";

    // Of a repository's own: another copy's tests may run at the same time.
    private static readonly string Tag =
        "tests-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Repository.Root)))[..8];

    private readonly List<string> containers = [];
    private string storage = "";

    /// <summary>Its configuration, as Docker names it: <c>User</c>, <c>Env</c>, <c>Entrypoint</c> and so on.</summary>
    public JsonElement Config { get; private set; }

    /// <summary>The folder that holds all its files.</summary>
    public string Root { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        storage = await Command.OutputOfAsync(Script("stand-ins"), "--where");
        await Command.OutputOfAsync(
            Script("build"), Tag,
            "--build-arg", $"VERSION={Version}", "--build-arg", $"REVISION={Revision}", "--build-arg", $"SOURCE={Source}");
        using var inspected = JsonDocument.Parse(await BuildahAsync("inspect", "--type", "image", $"portalproxy:{Tag}"));
        Config = inspected.RootElement.GetProperty("Docker").GetProperty("config").Clone();
        Root = await FilesOfAsync($"portalproxy:{Tag}");
    }

    /// <summary>A folder with all files that a build is sent of this repository.</summary>
    public async Task<string> ContextAsync()
    {
        using var folder = new TemporaryFolder();
        var dockerfile = folder.Write("Dockerfile", "FROM scratch\nCOPY . /\n");
        await BuildahAsync("bud", "--isolation", "chroot", "--file", dockerfile, "--tag", $"context:{Tag}", Repository.Root);
        return await FilesOfAsync($"context:{Tag}");
    }

    public Task<RunningImage> StartAsync(params string[] variables) => RunningImage.StartAsync(this, "Now listening on", Texts("Entrypoint"), variables);

    /// <summary>Starts the simulated appliance that comes along in the image.</summary>
    public Task<RunningImage> StartApplianceAsync(IEnumerable<string> entrypoint) => RunningImage.StartAsync(this, "A session key", entrypoint, []);

    /// <summary>A list of texts of <see cref="Config"/>.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. Config.GetProperty(name).EnumerateArray().Select(one => one.GetString()!)];

    public string Label(string name) => Config.GetProperty("Labels").GetProperty($"org.opencontainers.image.{name}").GetString()!;

    /// <summary>User and group, as numbers.</summary>
    public int UserId => int.Parse(Config.GetProperty("User").GetString()!, CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        foreach (var container in containers)
        {
            await BuildahAsync("rm", container);
        }
    }

    private async Task<string> FilesOfAsync(string image)
    {
        var container = await BuildahAsync("from", "--pull=never", image);
        containers.Add(container);
        return await BuildahAsync("mount", container);
    }

    private Task<string> BuildahAsync(params string[] arguments) => Command.OutputOfAsync(
        "buildah", ["--root", $"{storage}/images", "--runroot", $"{storage}/run", "--storage-driver", "vfs", .. arguments]);

    private static string Script(string name) => Path.Combine(Repository.Root, "deploy", "image", name);
}

[CollectionDefinition]
public sealed class ImageCollection : ICollectionFixture<PortalImage>;
