using System.Globalization;
using System.Text;

namespace PortalProxy.SimulatedAppliance.Wire;

/// <summary>Reads <c>name=value&amp;…</c> strictly, so that a portal which encodes wrongly is found out rather than helped.</summary>
internal static class UrlEncoded
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads all parameters of a text with one character per byte.</summary>
    /// <returns>False if one is not percent-encoded UTF-8; it then stands undecoded among the others.</returns>
    public static bool TryRead(string text, ICollection<RecordedParameter> parameters)
    {
        var valid = true;
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var halves = pair.Split('=', 2);
            var (name, value) = (halves[0], halves.Length > 1 ? halves[1] : "");
            if (Decode(name) is { } decodedName && Decode(value) is { } decodedValue)
            {
                parameters.Add(new RecordedParameter(decodedName, decodedValue));
            }
            else
            {
                valid = false;
                parameters.Add(new RecordedParameter(name, value));
            }
        }

        return valid;
    }

    private static string? Decode(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                bytes.Add(text[i] == '+' ? (byte)' ' : (byte)text[i]);
                continue;
            }

            if (i + 2 >= text.Length || !byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                return null;
            bytes.Add(value);
            i += 2;
        }

        try
        {
            return StrictUtf8.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
