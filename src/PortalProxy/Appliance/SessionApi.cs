namespace PortalProxy.Appliance;

/// <summary>The dialects of the connector request, named after the last part of their paths.</summary>
public enum SessionApi
{
    /// <summary>The guide of 2008: <c>/download_customer_connector.ns</c> with underscored parameters.</summary>
    DownloadCustomerConnector,

    /// <summary>Current appliances (16.x and later): <c>/api/start_session</c> with dotted parameters.</summary>
    StartSession,
}
