using System.Diagnostics.CodeAnalysis;

namespace PortalProxy.Connector.Downloads;

/// <summary>
/// The random id that a start page made for its own download: 32 hexadecimal digits, in lower case. It says nothing of anybody,
/// and whoever does not know it can't ask for it.
/// </summary>
public readonly record struct DownloadId
{
    private const int Length = 32;

    private DownloadId(string text) => Text = text;

    public string Text { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out DownloadId id)
    {
        var isId = text is { Length: Length } && text.All(one => char.IsAsciiHexDigitLower(one));
        id = isId ? new(text!) : default;
        return isId;
    }

    public override string ToString() => Text;
}
