namespace PortalProxy.Tests.Infrastructure;

/// <summary>The sources that the tests were built from.</summary>
public static class Repository
{
    private static readonly string[] NotWritten = ["/obj/", "/bin/", "/node_modules/"];

    public static string Root { get; } = FindRoot();

    /// <summary>Paths of the written sources below a folder, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Sources(string folder, params string[] endings) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Where(path => !NotWritten.Any(part => path.Contains(part, StringComparison.Ordinal)))];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PortalProxy.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
