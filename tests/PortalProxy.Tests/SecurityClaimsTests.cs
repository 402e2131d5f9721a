using System.Text.RegularExpressions;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests;

/// <summary>SECURITY.md names tests for its claims; they must be there.</summary>
public sealed partial class SecurityClaimsTests
{
    private static readonly string Written = File.ReadAllText(Path.Combine(Repository.Root, "SECURITY.md"));

    private static readonly HashSet<string> Classes =
        [.. Repository.Sources("tests", "Tests.cs").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Fact]
    public void Every_test_that_stands_for_a_claim_is_there()
    {
        var named = Name().Matches(Written).Select(match => match.Groups[1].Value).ToList();

        Assert.True(named.Count > 30, $"Only {named.Count} tests are named.");
        Assert.All(named, name => Assert.Contains(name, Classes));
    }

    [Fact]
    public void Every_claim_names_a_test() => Assert.All(
        Written[Written.IndexOf("## Claims", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1),
        line => Assert.Matches(Name(), line));

    [GeneratedRegex("`(\\w+Tests)`")]
    private static partial Regex Name();
}
