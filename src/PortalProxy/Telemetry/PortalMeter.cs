using System.Diagnostics.Metrics;

namespace PortalProxy.Telemetry;

/// <summary>The portal's own meter. Every room makes its instruments on it; <c>docs/operating.md</c> lists them all.</summary>
public static class PortalMeter
{
    public const string Name = "PortalProxy";

    extension(IMeterFactory meters)
    {
        /// <summary>The one meter of this portal; the factory, which keeps it, also ends it.</summary>
        public Meter Portal => meters.Create(Name);
    }
}
