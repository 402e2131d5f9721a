using System.Text.Json;
using System.Text.Json.Serialization;
using YamlDotNet.Serialization;

namespace PortalProxy.DeploymentTests.Infrastructure;

/// <summary>YAML into records: a key that they do not have, or that stands there twice, is an error.</summary>
public static class StrictYaml
{
    public static JsonSerializerOptions CamelCase { get; } = With(JsonNamingPolicy.CamelCase);

    public static JsonSerializerOptions SnakeCase { get; } = With(JsonNamingPolicy.SnakeCaseLower);

    public static T Read<T>(string text, JsonSerializerOptions names)
    {
        var tree = new DeserializerBuilder().WithDuplicateKeyChecking().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(text);
        return JsonSerializer.Deserialize<T>(new SerializerBuilder().JsonCompatible().Build().Serialize(tree), names)!;
    }

    private static JsonSerializerOptions With(JsonNamingPolicy names) =>
        new() { PropertyNamingPolicy = names, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
}
