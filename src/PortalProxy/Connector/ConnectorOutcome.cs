namespace PortalProxy.Connector;

/// <summary>How one connector request ended.</summary>
public enum ConnectorOutcome
{
    /// <summary>The customer client went through to its last byte.</summary>
    HandedOver,

    /// <summary>200: on a phone the appliance sends the customer to an app; the portal words that.</summary>
    HandedOff,

    /// <summary>422: a field is wrong; the appliance was not asked.</summary>
    FieldWrong,

    /// <summary>422: the appliance said no (key wrong or expired, representative gone).</summary>
    Refused,

    /// <summary>502: the appliance could not be reached, or answered an error.</summary>
    ApplianceFailed,

    /// <summary>504: the appliance did not answer in time.</summary>
    TooSlow,

    /// <summary>503: a browser asked ahead of its person; a key must not be used up by that.</summary>
    Prefetched,

    /// <summary>429: this client, or all together, have had too many keys refused, or ask too often.</summary>
    TooMany,

    /// <summary>503: too many downloads at once.</summary>
    TooBusy,

    /// <summary>The appliance broke off in mid-stream; the customer's connection was aborted.</summary>
    BrokenOff,

    /// <summary>The stream stood still for longer than the idle time-out and was cut.</summary>
    StoodStill,

    /// <summary>The customer went away.</summary>
    CustomerLeft,
}
