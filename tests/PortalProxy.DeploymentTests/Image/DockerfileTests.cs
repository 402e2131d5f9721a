using System.Diagnostics;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using PortalProxy.DeploymentTests.Infrastructure;

namespace PortalProxy.DeploymentTests.Image;

/// <summary>What the image says of itself, what it holds, and what it is made of.</summary>
[Collection<ImageCollection>]
public sealed class DockerfileTests(PortalImage image)
{
    private const long LargestContext = 3 * 1024 * 1024;
    private const long LargestPortal = 25 * 1024 * 1024;

    private static readonly string Dockerfile = ProjectFacts.Dockerfile;

    [Fact]
    public void It_says_what_it_is_and_of_what_it_was_made()
    {
        Assert.Equal("PortalProxy", image.Label("title"));
        Assert.NotEmpty(image.Label("description"));
        Assert.NotEmpty(image.Label("licenses"));
        Assert.Equal(PortalImage.Source, image.Label("source"));
        Assert.Equal(PortalImage.Version, image.Label("version"));
        Assert.Equal(PortalImage.Revision, image.Label("revision"));
        Assert.Equal(
            $"{PortalImage.Version}+{PortalImage.Revision}",
            FileVersionInfo.GetVersionInfo(Path.Combine(image.Root, "app", "PortalProxy.dll")).ProductVersion);
    }

    [Fact]
    public void It_starts_the_portal_without_a_shell_as_a_user_by_number_at_port_8080()
    {
        Assert.Equal(1654, image.UserId);
        Assert.Equal(["dotnet", "PortalProxy.dll"], image.Texts("Entrypoint"));
        Assert.Equal("8080/tcp", Assert.Single(image.Config.GetProperty("ExposedPorts").EnumerateObject()).Name);
        Assert.Contains("ASPNETCORE_HTTP_PORTS=8080", image.Texts("Env"));
    }

    [Fact]
    public void It_is_compiled_ahead_of_time()
    {
        using var portal = new PEReader(File.OpenRead(Path.Combine(image.Root, "app", "PortalProxy.dll")));

        Assert.NotEqual(0, portal.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
    }

    [Fact]
    public void It_holds_the_portal_and_nothing_of_its_making()
    {
        var files = Directory.GetFiles(Path.Combine(image.Root, "app"), "*", SearchOption.AllDirectories);

        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 1, LargestPortal);
        Assert.DoesNotContain(files, file => Path.GetExtension(file) is ".cs" or ".csproj" or ".cshtml" || file.EndsWith("appsettings.Development.json", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(image.Root, "source")));
    }

    [Fact]
    public async Task A_build_is_sent_the_sources_and_nothing_else()
    {
        var context = await image.ContextAsync();

        var files = Directory.GetFiles(context, "*", SearchOption.AllDirectories);
        Assert.Equal(
            ["Directory.Build.props", "Directory.Packages.props", "appsettings.json", "global.json", "src", "wwwroot"],
            Directory.GetFileSystemEntries(context).Select(Path.GetFileName).Where(name => name != ".editorconfig").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(files, file => file.Contains("/bin/", StringComparison.Ordinal) || file.Contains("/obj/", StringComparison.Ordinal));
        Assert.InRange(files.Sum(file => new FileInfo(file).Length), 1, LargestContext);
    }

    [Fact]
    public void Both_base_images_can_be_replaced_and_nothing_else_is_fetched()
    {
        Assert.Contains("ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0\n", Dockerfile, StringComparison.Ordinal);
        Assert.Contains("ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra\n", Dockerfile, StringComparison.Ordinal);
        Assert.Equal(
            ["FROM ${SDK_IMAGE} AS build", "FROM ${RUNTIME_IMAGE}"],
            Dockerfile.Split('\n').Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_version_of_an_image_without_a_build_argument_is_the_projects() => Assert.All(
        Regex.Matches(Dockerfile, "ARG VERSION=(.*)"), argument => Assert.Equal(ProjectFacts.Version, argument.Groups[1].Value));
}
