using System.Text.Json.Nodes;

namespace PortalProxy.Tests.Hosting;

/// <summary>What the runtime is told wherever the portal starts, with nothing set in its surroundings.</summary>
public sealed class RuntimeSettingsTests
{
    [Fact]
    public void The_youngest_generation_stays_small()
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PortalProxy.runtimeconfig.json")));

        Assert.Equal(2 * 1024 * 1024, file!["runtimeOptions"]!["configProperties"]!["System.GC.Gen0MaxBudget"]!.GetValue<int>());
    }
}
