namespace PortalProxy.Connector.Forwarding;

/// <summary>One connector request on its way through YARP: what is to be sent, and what came of it.</summary>
internal sealed class ConnectorPassage(string pathAndQuery, string? host)
{
    public string PathAndQuery { get; set; } = pathAndQuery;

    /// <summary>The host name to ask under; null: that of the appliance's address.</summary>
    public string? Host { get; } = host;

    /// <summary>What the look at the answer said; null while there is none.</summary>
    public ConnectorOutcome? Judgement { get; set; }

    /// <summary>Where the appliance redirected to, as an absolute address.</summary>
    public Uri? Redirect { get; set; }

    /// <summary>Where a customer on a phone goes on.</summary>
    public Uri? HandOff { get; set; }

    /// <summary>For the log, where it did not go well. Never holds anything of the customer's.</summary>
    public string? Cause { get; set; }

    /// <summary>Forgets what an earlier address, or an earlier hop of a redirect, has said.</summary>
    public void BeginAttempt() => (Judgement, Redirect, Cause) = (null, null, null);
}
