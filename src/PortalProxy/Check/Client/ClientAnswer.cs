using PortalProxy.Appliance;
using PortalProxy.Connector;

namespace PortalProxy.Check.Client;

/// <summary>What came back when a client was asked for. Raw: nothing of it is printed without <see cref="Redaction"/>.</summary>
internal sealed record ClientAnswer
{
    /// <summary>Null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Why none came.</summary>
    public string? Cause { get; init; }

    /// <summary>As the portal judges it.</summary>
    public ConnectorOutcome Judgement { get; init; } = ConnectorOutcome.ApplianceFailed;

    /// <summary>As the appliance wrote it, the token that ties the client to its session included.</summary>
    public string? FileName { get; init; }

    public long? Length { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public bool IsPage { get; init; }

    public string Page { get; init; } = "";

    public int BytesRead { get; init; }

    /// <summary>By the check, which reads no more than a piece.</summary>
    public bool IsBrokenOff { get; init; }

    /// <summary>Where to, if the answer is a redirect that the portal would not follow.</summary>
    public Uri? Redirect { get; init; }

    /// <summary>Redirects of the appliance to itself that were followed.</summary>
    public int Followed { get; init; }

    public bool IsClient => Judgement == ConnectorOutcome.HandedOver;

    public static ClientAnswer None(string cause) => new() { Cause = cause };

    public string? Header(string name) =>
        Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();

    public override string ToString() => $"answer of status {Status}";
}
