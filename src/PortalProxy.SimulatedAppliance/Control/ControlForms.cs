namespace PortalProxy.SimulatedAppliance.Control;

/// <summary>Addresses and fields of the control page's forms.</summary>
internal static class ControlForms
{
    public const string LogIn = ControlRoutes.Prefix + "/log-in";
    public const string LogOut = ControlRoutes.Prefix + "/log-out";
    public const string MakeKey = ControlRoutes.Prefix + "/session-key";

    public const string Id = "id";
    public const string Queue = "queue";
    public const string Minutes = "minutes";
}
