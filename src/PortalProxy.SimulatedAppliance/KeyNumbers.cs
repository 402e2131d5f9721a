using System.Globalization;
using System.Security.Cryptography;

namespace PortalProxy.SimulatedAppliance;

/// <summary>Hands out seven-digit numbers, none of them twice in a process, however many appliances run in it.</summary>
internal static class KeyNumbers
{
    private const int First = 1_000_000;
    private const int Count = 9_000_000;

    // Has no factor in common with Count, so the walk visits every number once before it comes round.
    private const long Step = 3_618_041;

    private static long position = RandomNumberGenerator.GetInt32(Count);

    public static string Next()
    {
        var number = First + (Interlocked.Increment(ref position) * Step % Count);
        return number.ToString(CultureInfo.InvariantCulture);
    }
}
