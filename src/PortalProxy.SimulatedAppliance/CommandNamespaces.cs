namespace PortalProxy.SimulatedAppliance;

/// <summary>The XML namespaces that appliances of different years have put around their command API's answers.</summary>
public static class CommandNamespaces
{
    /// <summary>About 2008 to 2013.</summary>
    public const string None = "";

    /// <summary>Until the vendor changed its name.</summary>
    public const string Bomgar = "http://www.bomgar.com/namespaces/API/command";

    /// <summary>Today's.</summary>
    public const string BeyondTrust = "https://www.beyondtrust.com/namespaces/API/command";
}
