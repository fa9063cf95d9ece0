using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>
/// What a value in the file looks like. Reading, checking and the JSON Schema come from the same shape,
/// so that they cannot disagree.
/// </summary>
internal abstract class Shape<T>
{
    /// <summary>Reads a value; what is wrong is reported, and <c>false</c> means that there is no value at all.</summary>
    public abstract bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out T value);

    /// <summary>The value's JSON Schema.</summary>
    public abstract JsonObject Describe(SchemaDefinitions definitions);
}

/// <summary>The parts of a schema that have names, each written once.</summary>
internal sealed class SchemaDefinitions
{
    // Where any string may hold a reference to the environment, no pattern or list may forbid it.
    public const string ReferencePattern = @"\$\{";

    private readonly SortedDictionary<string, JsonObject> _named = new(StringComparer.Ordinal);

    public JsonObject Reference(string name, Func<JsonObject> describe)
    {
        if (!_named.ContainsKey(name))
        {
            // Held open first, so that a shape within itself would end.
            _named[name] = [];
            _named[name] = describe();
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    public JsonObject ToJson() => new(_named.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
