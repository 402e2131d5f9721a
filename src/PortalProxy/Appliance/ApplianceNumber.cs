using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PortalProxy.Appliance;

/// <summary>How the appliance writes the numbers of representatives, teams and issues.</summary>
internal static class ApplianceNumber
{
    /// <summary>Plain digits from 1 to 2147483647: no sign, no space, no fraction.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number > 0
        && text.All(char.IsAsciiDigit); // The framework passes over NULs at the end.

    public static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);
}
