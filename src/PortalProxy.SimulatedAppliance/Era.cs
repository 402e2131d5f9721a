namespace PortalProxy.SimulatedAppliance;

/// <summary>Which generation of the appliance is played: its addresses, its parameter names, its way to log in.</summary>
public enum Era
{
    /// <summary>As the guide of 2008 documents it: <c>/download_customer_connector.ns</c>, <c>/api/command.ns</c> with user name and password.</summary>
    Guide2008,

    /// <summary>As the vendor documents it today: <c>/api/start_session</c> with dotted names, <c>/api/command</c> with OAuth 2.0.</summary>
    Current,
}
