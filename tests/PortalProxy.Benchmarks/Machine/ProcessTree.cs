using System.Globalization;

namespace PortalProxy.Benchmarks.Machine;

/// <summary>One process and all that it has started, as the kernel sees them: processor time and memory.</summary>
internal sealed class ProcessTree(int root)
{
    // USER_HZ, which Linux has fixed at 100 for everything that /proc shows.
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of processor time, user and kernel, all threads and all living descendants.</summary>
    public double CpuSeconds() => Members().Sum(member => member.Ticks) / TicksPerSecond;

    /// <summary>Proportional set size: what is shared with others counts by its share.</summary>
    public long PssBytes() => Members().Sum(member => PssOf(member.Id));

    private List<ProcessStat> Members()
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? ProcessStat.Of(id) : null)
            .OfType<ProcessStat>()
            .ToList();
        var members = all.Where(one => one.Id == root).ToList();
        for (var next = 0; next < members.Count; next++)
        {
            members.AddRange(all.Where(one => one.Parent == members[next].Id));
        }

        return members;
    }

    private static long PssOf(int id)
    {
        var line = File.ReadLines($"/proc/{id}/smaps_rollup").First(one => one.StartsWith("Pss:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
