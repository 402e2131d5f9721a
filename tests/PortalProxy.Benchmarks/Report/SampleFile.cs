using System.Globalization;

namespace PortalProxy.Benchmarks.Report;

/// <summary>All samples, one a line; a later run adds to those of an earlier one.</summary>
/// <param name="path">Where it is.</param>
/// <param name="isNew">Whether what an earlier run left is dropped with the first sample.</param>
internal sealed class SampleFile(string path, bool isNew)
{
    private const char Separator = '\t';

    private bool isFresh = isNew;

    public long NextRound => Read().Select(sample => sample.Round).DefaultIfEmpty(-1).Max() + 1;

    public void Append(Sample sample)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{sample.Round}{Separator}{sample.Figure}{Separator}{sample.Peer}{Separator}{sample.Value:R}\n");
        if (isFresh)
        {
            File.WriteAllText(path, line);
            isFresh = false;
        }
        else
        {
            File.AppendAllText(path, line);
        }
    }

    public IReadOnlyList<Sample> Read() => File.Exists(path) ? [.. File.ReadLines(path).Select(Parse)] : [];

    private static Sample Parse(string line)
    {
        var parts = line.Split(Separator);
        return new(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2], double.Parse(parts[3], CultureInfo.InvariantCulture));
    }
}
