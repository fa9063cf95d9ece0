using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Synthetic.Core.ScenarioFiles.Keys;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>An object whose keys are names of the writer's own.</summary>
/// <param name="item">The shape of each value.</param>
/// <param name="pattern">What the names must match.</param>
/// <param name="must">The same in words, for whoever wrote something else.</param>
internal sealed class MapShape<T>(Shape<T> item, string pattern = NameText.Pattern, string must = NameText.Must) : Shape<IReadOnlyDictionary<string, T>>
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
            if (member.Key.Length > NameText.Longest || member.Key.EndsWith('\n') || !Regex.IsMatch(member.Key, pattern))
                context.Report(new ScenarioError(member.Value.Path, must, member.Line, member.Column));
            if (item.TryRead(member.Value, context, out var one))
                items[member.Key] = one;
        }

        value = items;
        return true;
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => new()
    {
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = pattern, ["maxLength"] = NameText.Longest },
        ["additionalProperties"] = item.Describe(definitions),
    };
}
