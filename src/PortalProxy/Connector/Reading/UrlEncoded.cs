using System.Globalization;
using System.Text;

namespace PortalProxy.Connector.Reading;

/// <summary>
/// Reads <c>application/x-www-form-urlencoded</c> text strictly. ASP.NET's reader replaces what is not UTF-8 and leaves broken
/// percent signs standing; here nothing is silently changed.
/// </summary>
internal static class UrlEncoded
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>One parameter; <see cref="Value"/> is null where its encoding is broken.</summary>
    public readonly record struct Parameter(string Name, string? Value);

    /// <param name="text">Bytes of a query without its question mark, or of a form's body.</param>
    public static IReadOnlyList<Parameter> Read(ReadOnlySpan<byte> text)
    {
        var parameters = new List<Parameter>();
        foreach (var range in text.Split((byte)'&'))
        {
            var part = text[range];
            var equals = part.IndexOf((byte)'=');
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? [] : part[(equals + 1)..];

            // A name that can't be read is no name of ours.
            if (Decode(name) is { Length: > 0 } known)
            {
                parameters.Add(new(known, Decode(value)));
            }
        }

        return parameters;
    }

    private static string? Decode(ReadOnlySpan<byte> encoded)
    {
        var bytes = new byte[encoded.Length];
        var length = 0;
        for (var at = 0; at < encoded.Length; at++)
        {
            if (encoded[at] != (byte)'%')
            {
                bytes[length++] = encoded[at] == (byte)'+' ? (byte)' ' : encoded[at];
            }
            else if (at + 2 < encoded.Length
                && byte.TryParse(encoded.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[length]))
            {
                length++;
                at += 2;
            }
            else
            {
                return null;
            }
        }

        try
        {
            return StrictUtf8.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
