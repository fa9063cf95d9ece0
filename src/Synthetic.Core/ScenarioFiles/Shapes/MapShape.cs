using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Keys;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>An object whose keys are names of the writer's own.</summary>
internal sealed class MapShape<T>(Shape<T> item) : Shape<IReadOnlyDictionary<string, T>>
{
    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, T> value)
    {
        value = null;
        if (node.Kind != JsonTokenType.StartObject)
        {
            context.ReportValue(node, "must be an object");
            return false;
        }

        var items = new Dictionary<string, T>();
        foreach (var member in node.Members)
        {
            if (!NameText.IsValid(member.Key))
                context.Report(new ScenarioError(member.Value.Path, NameText.Must, member.Line, member.Column));
            if (item.TryRead(member.Value, context, out var one))
                items[member.Key] = one;
        }

        value = items;
        return true;
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => new()
    {
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = NameText.Pattern, ["maxLength"] = NameText.Longest },
        ["additionalProperties"] = item.Describe(definitions),
    };
}
