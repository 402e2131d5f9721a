using System.Globalization;
using PortalProxy.Settings;

namespace PortalProxy.Hosting;

/// <summary>How the process ends, and where administrators ask after it.</summary>
/// <param name="DrainDelay">From the signal to stop until no new connection is taken; an orchestrator needs it to send customers elsewhere.</param>
/// <param name="ShutdownTimeout">How long downloads in flight may go on after that.</param>
public sealed record ServerOptions(TimeSpan DrainDelay, TimeSpan ShutdownTimeout)
{
    private const int HighestPort = 65535;

    private static readonly TimeSpan LongestDrain = TimeSpan.FromMinutes(10);

    /// <summary>The port of metrics and health, beside the public one; 0: none.</summary>
    public int ManagementPort { get; init; }

    public static ServerOptions Read(SettingReader portal) => new(
        portal.Value("DrainDelay", TimeSpan.FromSeconds(5), IsDrain, "Write a length of time as hh:mm:ss, from 00:00:00 to 00:10:00."),
        portal.Duration("ShutdownTimeout", TimeSpan.FromMinutes(5)))
    {
        ManagementPort = portal.Whole("ManagementPort", otherwise: 0, from: 0, to: HighestPort),
    };

    // None is a good answer here: where one process serves alone, nobody sends customers elsewhere.
    private static bool IsDrain(string text, out TimeSpan value) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value)
        && value >= TimeSpan.Zero && value <= LongestDrain && text.Contains(':', StringComparison.Ordinal);
}
