using System.Globalization;
using System.Text;

namespace PortalProxy.Benchmarks.Load;

/// <summary>What an answer's headers say.</summary>
/// <param name="Status">200 or another.</param>
/// <param name="Length">The body's length; -1 where it is not stated.</param>
/// <param name="BodyBytesRead">How much of the body came with the headers.</param>
internal sealed record AnswerHead(int Status, long Length, int BodyBytesRead)
{
    private const string LengthHeader = "Content-Length:";

    public static AnswerHead Read(ReadOnlySpan<byte> head, int bodyBytesRead)
    {
        var text = Encoding.Latin1.GetString(head);
        var lines = text.Split("\r\n");
        var length = lines.FirstOrDefault(line => line.StartsWith(LengthHeader, StringComparison.OrdinalIgnoreCase));
        return new(
            int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture),
            length is null ? -1 : long.Parse(length[LengthHeader.Length..], CultureInfo.InvariantCulture),
            bodyBytesRead);
    }

    /// <exception cref="IOException">The status is not 200, or the length is not stated.</exception>
    public AnswerHead Good(string path) => Status == 200 && Length >= 0
        ? this
        : throw new IOException($"{path} was answered with {Status} and {Length} bytes.");
}
