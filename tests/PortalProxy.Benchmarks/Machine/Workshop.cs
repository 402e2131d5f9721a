namespace PortalProxy.Benchmarks.Machine;

/// <summary>
/// The folders of one run: what was published before, and a scratch folder in memory for the clients, configurations and
/// temporary files of the servers. It is gone with the run.
/// </summary>
internal sealed class Workshop : IDisposable
{
    private const string Memory = "/dev/shm";

    public Workshop(string published, string? publishedBefore, string results)
    {
        Published = Path.GetFullPath(published);
        PublishedBefore = publishedBefore is null ? null : Path.GetFullPath(publishedBefore);
        Results = Path.GetFullPath(results);
        Directory.CreateDirectory(Results);
        Scratch = Directory.CreateDirectory(Path.Combine(Memory, $"portal-bench-{Environment.ProcessId}")).FullName;

        // nginx caches on disk what its customers are too slow for; in memory that would count as nobody's.
        Disk = Directory.CreateTempSubdirectory("portal-bench-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>Holds a folder for each published program: <c>portal</c>, <c>yarp</c>.</summary>
    public string Published { get; }

    public string PublishedPortal => Path.Combine(Published, "portal");

    /// <summary>Another version of the portal, for comparison; null: none.</summary>
    public string? PublishedBefore { get; }

    /// <summary>The names of the peers that take part; none: all.</summary>
    public IReadOnlyList<string> Among { get; init; } = [];

    public string Results { get; }

    public string Scratch { get; }

    public string Disk { get; }

    /// <returns>The path of the new file in the scratch folder.</returns>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Scratch, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        foreach (var folder in new[] { Scratch, Disk }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
