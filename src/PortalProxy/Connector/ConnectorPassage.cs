namespace PortalProxy.Connector;

/// <summary>One connector request on its way through YARP: what is to be sent, and what came of it.</summary>
internal sealed class ConnectorPassage(string pathAndQuery, string? host)
{
    public string PathAndQuery { get; } = pathAndQuery;

    /// <summary>The host name to ask under; null: that of the appliance's address.</summary>
    public string? Host { get; } = host;

    /// <summary>What the look at the answer said; null while there is none.</summary>
    public ConnectorOutcome? Judgement { get; set; }

    /// <summary>For the log, where it did not go well. Never holds anything of the customer's.</summary>
    public string? Cause { get; set; }
}
