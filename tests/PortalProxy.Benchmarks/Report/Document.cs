using System.Globalization;

namespace PortalProxy.Benchmarks.Report;

/// <summary>Puts tables into a document, between two comments that name their place; what people wrote around them stays.</summary>
internal sealed class Document(string path)
{
    /// <exception cref="InvalidOperationException">The document has no such place.</exception>
    public void Fill(string place, string text)
    {
        var (begin, end) = ($"<!-- {place} -->\n", $"<!-- end of {place} -->");
        var all = File.ReadAllText(path);
        var from = all.IndexOf(begin, StringComparison.Ordinal);
        var to = all.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{path} has no place for {place}."));
        }

        File.WriteAllText(path, $"{all[..(from + begin.Length)]}\n{text}\n{all[to..]}");
    }
}
