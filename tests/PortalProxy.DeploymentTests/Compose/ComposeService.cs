namespace PortalProxy.DeploymentTests.Compose;

/// <summary>One service of a <see cref="ComposeFile"/>.</summary>
public sealed record ComposeService
{
    public string? Build { get; init; }

    public string Image { get; init; } = "";

    public IReadOnlyList<string> Entrypoint { get; init; } = [];

    public IReadOnlyList<string> Command { get; init; } = [];

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Volumes { get; init; } = [];

    public IReadOnlyList<string> Ports { get; init; } = [];

    public IReadOnlyDictionary<string, Attachment> Networks { get; init; } = new Dictionary<string, Attachment>();

    public IReadOnlyDictionary<string, Dependency> DependsOn { get; init; } = new Dictionary<string, Dependency>();

    public Deployment? Deploy { get; init; }

    public Check? Healthcheck { get; init; }

    public bool ReadOnly { get; init; }

    public IReadOnlyList<string> CapDrop { get; init; } = [];

    public IReadOnlyList<string> SecurityOpt { get; init; } = [];

    public string? User { get; init; }

    public string? StopGracePeriod { get; init; }

    public string? Restart { get; init; }

    public sealed record Attachment(string? Ipv4Address);

    public sealed record Dependency(string Condition);

    public sealed record Deployment(int Replicas);

    public sealed record Check(bool Disable);
}
