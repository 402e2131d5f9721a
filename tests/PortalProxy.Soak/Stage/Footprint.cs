using System.Globalization;

namespace PortalProxy.Soak.Stage;

/// <summary>What a process holds of the machine, as Linux counts it.</summary>
/// <param name="Proportional">Memory in MB, what is shared with other processes counted by its share (PSS).</param>
/// <param name="Resident">Memory in MB with all that is shared (RSS).</param>
/// <param name="Descriptors">Open sockets, pipes and files; not the assemblies, of which the runtime opens more as more is used.</param>
internal sealed record Footprint(double Proportional, double Resident, int Descriptors)
{
    public static Footprint Of(int process)
    {
        var folder = $"/proc/{process.ToString(CultureInfo.InvariantCulture)}";
        var rollup = File.ReadAllLines($"{folder}/smaps_rollup");
        return new(Megabytes(rollup, "Pss:"), Megabytes(rollup, "Rss:"), Directory.EnumerateFileSystemEntries($"{folder}/fd").Count(one => !IsAssembly(one)));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Proportional:0} MB PSS, {Resident:0} MB RSS, {Descriptors} descriptors");

    // What was closed since it was listed leads nowhere.
    private static bool IsAssembly(string descriptor) =>
        new FileInfo(descriptor).LinkTarget is not { } target || target.EndsWith(".dll", StringComparison.Ordinal);

    // "Pss:               52344 kB"
    private static double Megabytes(string[] lines, string name)
    {
        var line = lines.Single(one => one.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
