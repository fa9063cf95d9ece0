using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Synthetic.Tests.ScenarioFiles;

/// <summary>The reference of a scenario file's keys: what the schema says of each, and how a good file writes it.</summary>
internal sealed class KeyReference
{
    private const int LongestExample = 110;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _definitions;
    private readonly Dictionary<(string Definition, string Key), string> _examples = [];

    /// <param name="schema">The schema.</param>
    /// <param name="file">A good file that has every key.</param>
    public KeyReference(JsonObject schema, JsonNode file)
    {
        _definitions = schema["$defs"]!.AsObject();
        Learn(schema, file);
    }

    /// <summary>Keys that the file has no example of.</summary>
    public IEnumerable<string> Missing => Keys().Where(one => ExampleOf(one) is null).Select(one => $"{one.Definition}.{one.Key}");

    public string ToMarkdown()
    {
        var text = new StringBuilder("""
            # Every key of the scenario file

            Written by a test from the [schema](../schemas/scenarios.schema.json), with examples from [a file](../tests/Synthetic.SystemTests/Driving/EveryKey/keys.json) that another test runs in a browser. [What they are for](scenarios.md).

            """);
        foreach (var objects in Keys().GroupBy(one => one.Definition))
        {
            text.Append("\n## ").Append(objects.Key).Append("\n\n| key | meaning | example |\n|---|---|---|\n");
            foreach (var (definition, key) in objects)
                text.Append("| `").Append(key).Append("` | ").Append(Meaning(definition, key)).Append(" | `").Append(ExampleOf((definition, key))).Append("` |\n");
        }
        return text.ToString();
    }

    private IEnumerable<(string Definition, string Key)> Keys() =>
        from definition in _definitions
        from key in definition.Value!["properties"]?.AsObject() ?? []
        select (definition.Key, key.Key);

    /// <summary>Its own, or that of the same key elsewhere: an action is written alike wherever it stands.</summary>
    private string? ExampleOf((string Definition, string Key) place) => _examples.GetValueOrDefault(place)
        ?? _examples.FirstOrDefault(other => other.Key.Key == place.Key && JsonNode.DeepEquals(Property(other.Key), Property(place))).Value;

    private JsonNode Property((string Definition, string Key) place) => _definitions[place.Definition]!["properties"]![place.Key]!;

    private string Meaning(string definition, string key) =>
        (Property((definition, key))["description"]?.GetValue<string>() ?? "A limit.").Replace("|", "\\|", StringComparison.Ordinal);

    private void Learn(JsonObject schema, JsonNode? value)
    {
        var name = schema["$ref"]?.GetValue<string>().Split('/')[^1];
        var meant = name is null ? schema : _definitions[name]!.AsObject();
        foreach (var option in meant["anyOf"]?.AsArray() ?? [])
            Learn(option!.AsObject(), value);
        if (value is JsonArray items && meant["items"] is JsonObject item)
        {
            foreach (var one in items)
                Learn(item, one);
        }
        if (value is not JsonObject members)
            return;
        foreach (var (key, member) in members)
        {
            if (meant["properties"]?[key] is JsonObject known)
            {
                if (name is not null)
                    Keep((name, key), member);
                Learn(known, member);
            }
            else if (meant["additionalProperties"] is JsonObject others)
                Learn(others, member);
        }
    }

    /// <summary>The first one, unless it is too long to be read in a table.</summary>
    private void Keep((string Definition, string Key) place, JsonNode? value)
    {
        var example = $"\"{place.Key}\": {value?.ToJsonString(Readable) ?? "null"}".Replace("|", "\\|", StringComparison.Ordinal);
        if (example.Length > LongestExample)
            example = $"\"{place.Key}\": {(value is JsonArray ? "[ … ]" : value is JsonObject ? "{ … }" : "…")}";
        if (!_examples.TryGetValue(place, out var before) || before.Contains('…', StringComparison.Ordinal))
            _examples[place] = example;
    }
}
