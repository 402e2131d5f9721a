using System.Text.RegularExpressions;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.DeploymentTests.Infrastructure;

/// <summary>What the manifests must agree with, read from where it is decided.</summary>
public static class ProjectFacts
{
    public static string Dockerfile { get; } = Text("Dockerfile");

    public static string Version { get; } = Regex.Match(Text("Directory.Build.props"), "<Version>(.*)</Version>").Groups[1].Value;

    /// <summary>The port that the image listens at.</summary>
    public static int Port { get; } = int.Parse(Regex.Match(Dockerfile, @"^EXPOSE (\d+)$", RegexOptions.Multiline).Groups[1].Value, null);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
