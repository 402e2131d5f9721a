namespace PortalProxy.Benchmarks.Machine;

/// <summary>What is started: a program, its arguments, its folder and what its environment holds beside this process's.</summary>
internal sealed record Command(string Program, IReadOnlyList<string> Arguments, string Folder)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
