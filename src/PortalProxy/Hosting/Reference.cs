using System.Security.Cryptography;
using PortalProxy.Telemetry;
using Serilog;

namespace PortalProxy.Hosting;

/// <summary>
/// Eight characters that stand on an error or start page and in the log, so that a customer can read them out over the phone.
/// Vowels and look-alikes (0 O 1 I L 5 S 8 B) are left out.
/// </summary>
public static class Reference
{
    private const string Alphabet = "234679CDFGHJKMNPQRTVWXYZ";
    private const int Length = 8;
    private static readonly object Key = new();

    public static string Of(HttpContext context)
    {
        if (context.Items[Key] is not string reference)
        {
            context.Items[Key] = reference = RandomNumberGenerator.GetString(Alphabet, Length);
        }

        return reference;
    }

    /// <summary>Puts the reference on the request's log event and on its span, where the customer got to see one.</summary>
    public static void Enrich(IDiagnosticContext log, HttpContext context)
    {
        if (context.Items[Key] is string shown)
        {
            log.Set("Reference", shown);
            PortalSpan.Mark(context, PortalSpan.Reference, shown);
        }
    }
}
