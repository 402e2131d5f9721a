using System.Buffers;
using System.Globalization;
using System.Text;

namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// Counts along the answers on one HTTP/1.1 connection: how many bytes of a stated <c>Content-Length</c> are still to come. Where an
/// answer states none, or one that can't be read, nothing is counted, and the HTTP client decides alone.
/// </summary>
internal sealed class AnswerFrame
{
    // What the HTTP client takes at most, SocketsHttpHandler.MaxResponseHeadersLength.
    private const int LongestHead = 64 * 1024;

    // Not kept beyond the head: there is one for each download under way.
    private ArrayBufferWriter<byte>? head;
    private long? left;

    /// <summary>The answer is whole: not a byte may follow before the next request.</summary>
    public bool IsWhole => left == 0;

    /// <summary>A request goes out. The answer to a HEAD states the length of a body that does not come.</summary>
    public void Asked(bool isHead)
    {
        head = isHead ? null : new();
        left = null;
    }

    /// <summary>Bytes have come.</summary>
    /// <returns>False where there are more than were stated.</returns>
    public bool Took(ReadOnlySpan<byte> bytes)
    {
        if (head is not null)
        {
            head.Write(bytes);
            bytes = ReadHead(head);
        }

        left -= bytes.Length;
        return left is null or >= 0;
    }

    /// <returns>What has come of the body.</returns>
    private ReadOnlySpan<byte> ReadHead(ArrayBufferWriter<byte> begun)
    {
        var rest = begun.WrittenSpan;
        while (EndOf(rest) is var end && end > 0)
        {
            var lines = Encoding.Latin1.GetString(rest[..end]).Split('\n', StringSplitOptions.TrimEntries);
            rest = rest[end..];

            // 100 and 103 are told ahead of the answer.
            if (!lines[0].Contains(" 1", StringComparison.Ordinal))
            {
                head = null;
                left = LengthOf(lines);
                return rest;
            }
        }

        head = begun.WrittenCount <= LongestHead ? begun : null;
        return [];
    }

    /// <returns>Where the first empty line ends; less than nothing where there is none.</returns>
    private static int EndOf(ReadOnlySpan<byte> bytes)
    {
        var strict = bytes.IndexOf("\n\r\n"u8);
        var loose = bytes.IndexOf("\n\n"u8);
        return strict >= 0 && (loose < 0 || strict < loose) ? strict + 3 : loose < 0 ? -1 : loose + 2;
    }

    private static long? LengthOf(string[] lines)
    {
        var lengths = lines.Where(line => IsOf("Content-Length", line)).Select(line => line.Split(':', 2)[1].Trim()).ToArray();
        return lengths is [var only] && !lines.Any(line => IsOf("Transfer-Encoding", line))
            && long.TryParse(only, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;
    }

    private static bool IsOf(string header, string line) => line.StartsWith(header + ":", StringComparison.OrdinalIgnoreCase);
}
