using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Net.Http.Headers;

namespace PortalProxy.Hosting;

/// <summary>
/// Refuses requests whose lines or whose end another server may see in another place (RFC 9112, section 11.2). Kestrel takes several of
/// them; behind a proxy that reads them differently, a visitor could slip a request into another customer's connection.
/// </summary>
public static class Framing
{
    private const string BareLineFeeds = "Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators";

    // Where Kestrel puts a Content-Length that a Transfer-Encoding has overridden, before any code of ours runs.
    private const string Overridden = "X-Content-Length";

    public static void Configure(KestrelServerOptions kestrel)
    {
        AppContext.SetSwitch(BareLineFeeds, true);

        // A customer's User-Agent may hold bytes that are not ASCII; Latin-1 keeps them as they are.
        kestrel.RequestHeaderEncodingSelector =
            name => name.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase) ? DigitsOnly.Encoding : Encoding.Latin1;
    }

    /// <summary>400, and the end of the connection, where a length and chunks contradict each other (RFC 9112, section 6.1).</summary>
    public static IApplicationBuilder UseClearFraming(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Request.Headers;
        if (!headers.ContainsKey(HeaderNames.TransferEncoding) || headers.ContentLength is null && !headers.ContainsKey(Overridden))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    });

    /// <summary>
    /// Kestrel reads <c>+5</c> and <c>-0</c> as lengths. Through this encoding it sees a letter in the place of whatever is no digit, and
    /// answers 400 itself.
    /// </summary>
    private sealed class DigitsOnly : Encoding
    {
        public static readonly Encoding Encoding = new DigitsOnly();

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
            GetChars(bytes.AsSpan(byteIndex, byteCount), chars.AsSpan(charIndex));

        // Kestrel's room ends after the longest number that a length can be.
        public override int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars)
        {
            var count = Math.Min(bytes.Length, chars.Length);
            for (var at = 0; at < count; at++)
            {
                chars[at] = char.IsAsciiDigit((char)bytes[at]) ? (char)bytes[at] : 'x';
            }

            return count;
        }

        public override int GetCharCount(byte[] bytes, int index, int count) => count;

        public override int GetByteCount(char[] chars, int index, int count) => count;

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
            Latin1.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

        public override int GetMaxByteCount(int charCount) => charCount;

        public override int GetMaxCharCount(int byteCount) => byteCount;
    }
}
