using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Settings;

/// <summary>The <c>appsettings.schema.json</c> at the top of the repository, by the names of settings: <c>*</c> stands for a key or place of one's own choice.</summary>
internal static class SettingsSchema
{
    public static readonly JsonNode Root =
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "appsettings.schema.json")))!;

    private static readonly JsonSchema Schema = JsonSchema.FromText(Root.ToJsonString());

    /// <summary>What it finds wrong with settings; empty where nothing.</summary>
    public static IReadOnlyList<string> FaultsOf(JsonNode settings)
    {
        var verdict = Schema.Evaluate(settings.Deserialize<JsonElement>(), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return verdict.IsValid
            ? []
            : [.. verdict.Details!.Where(one => one.Errors is not null).SelectMany(one => one.Errors!.Select(error => $"{one.InstanceLocation}: {error.Value}"))];
    }

    /// <summary>Every setting that it describes, with its description. Groups of named settings are no settings themselves.</summary>
    public static IReadOnlyList<(string Path, JsonNode Node)> All { get; } = [.. Below(Root, "").DistinctBy(one => one.Path)];

    /// <summary>The same path with <c>*</c> in it; null where the schema knows no such setting.</summary>
    public static string? PatternOf(string path)
    {
        var (node, pattern) = (Root, "");
        foreach (var key in path.Split(':'))
        {
            if (Step(node, key) is not ({ } inner, var name))
            {
                return null;
            }

            (node, pattern) = (inner, Join(pattern, name));
        }

        return pattern;
    }

    /// <summary>Settings that set everything, out of the examples and defaults; valid by the schema's own word.</summary>
    public static JsonObject Examples() => ExampleOf(Root).AsObject();

    private static (JsonNode? Node, string Name) Step(JsonNode node, string key)
    {
        var inner = Resolve(node);
        if (inner["properties"]?.AsObject().FirstOrDefault(one => one.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) is { Value: { } property } named)
        {
            return (Resolve(property), named.Key);
        }

        if (inner["anyOf"]?.AsArray().Select(one => Step(one!, key)).FirstOrDefault(one => one.Node is not null) is { Node: not null } choice)
        {
            return choice;
        }

        var any = int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? inner["items"] ?? inner["additionalProperties"] : inner["additionalProperties"];
        return any is JsonObject ? (Resolve(any), "*") : (null, "");
    }

    private static IEnumerable<(string Path, JsonNode Node)> Below(JsonNode schema, string path)
    {
        var node = Resolve(schema);
        if (path.Length > 0 && (node["properties"] is null || node["default"] is not null))
        {
            yield return (path, node);
        }

        foreach (var one in (node["anyOf"]?.AsArray() ?? []).SelectMany(choice => Below(choice!, path)))
        {
            yield return one;
        }

        var inner = (node["properties"]?.AsObject() ?? []).Select(one => (Name: Join(path, one.Key), Node: one.Value!))
            .Concat(new[] { node["items"], node["additionalProperties"] }.OfType<JsonObject>().Select(one => (Name: Join(path, "*"), Node: (JsonNode)one)));
        foreach (var one in inner.SelectMany(one => Below(one.Node, one.Name)))
        {
            yield return one;
        }
    }

    private static JsonNode ExampleOf(JsonNode schema)
    {
        var node = Resolve(schema);
        return node["examples"]?[0]?.DeepClone()
            ?? node["default"]?.DeepClone()
            ?? new JsonObject((node["properties"]?.AsObject() ?? []).Select(one => KeyValuePair.Create(one.Key, (JsonNode?)ExampleOf(one.Value!))));
    }

    private static JsonNode Resolve(JsonNode node) => node["$ref"] is { } reference
        ? reference.GetValue<string>().Split('/').Skip(1).Aggregate(Root, (inner, key) => inner[key]!)
        : node;

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}:{key}";
}
