using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>Any JSON, kept as its text; environment values in its strings are filled in.</summary>
internal sealed class JsonShape : Shape<string>
{
    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (node.All().Any(one => one.Broken))
            return false;
        value = Value(node)?.ToJsonString() ?? "null";
        return true;
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => [];

    private static JsonNode? Value(ConfigNode node) => node.Kind switch
    {
        JsonTokenType.StartObject => new JsonObject(node.Members.Select(member => KeyValuePair.Create(member.Key, Value(member.Value)))),
        JsonTokenType.StartArray => new JsonArray([.. node.Items.Select(Value)]),
        JsonTokenType.String => JsonValue.Create(node.Text),
        JsonTokenType.Number => JsonNode.Parse(node.Text),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        _ => null,
    };
}
