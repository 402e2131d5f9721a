using PortalProxy.DeploymentTests.Infrastructure;

namespace PortalProxy.DeploymentTests.Compose;

/// <summary>The part of the Compose specification that <c>deploy/compose.yaml</c> uses; anything else is an error.</summary>
public sealed record ComposeFile
{
    public string? Name { get; init; }

    public IReadOnlyDictionary<string, ComposeService> Services { get; init; } = new Dictionary<string, ComposeService>();

    public IReadOnlyDictionary<string, Network> Networks { get; init; } = new Dictionary<string, Network>();

    public static ComposeFile Load() => Parse(ProjectFacts.Text("deploy/compose.yaml"));

    public static ComposeFile Parse(string text) => StrictYaml.Read<ComposeFile>(text, StrictYaml.SnakeCase);

    public sealed record Network(bool Internal, AddressPlan? Ipam);

    public sealed record AddressPlan(IReadOnlyList<AddressRange> Config);

    public sealed record AddressRange(string Subnet);
}
