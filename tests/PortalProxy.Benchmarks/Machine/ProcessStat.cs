using System.Globalization;

namespace PortalProxy.Benchmarks.Machine;

/// <summary>One line of <c>/proc/ID/stat</c> (proc_pid_stat(5)).</summary>
internal sealed record ProcessStat(int Id, int Parent, long Ticks)
{
    private const int ParentAt = 1;
    private const int UserTicksAt = 11;
    private const int KernelTicksAt = 12;

    /// <returns>Null where the process has ended meanwhile.</returns>
    public static ProcessStat? Of(int id)
    {
        try
        {
            // The name in parentheses may hold anything, so the fields are counted from its end.
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new(id, (int)Number(fields[ParentAt]), Number(fields[UserTicksAt]) + Number(fields[KernelTicksAt]));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
