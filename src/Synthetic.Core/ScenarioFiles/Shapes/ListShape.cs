using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>An array of at least one thing, unless <paramref name="min"/> says otherwise.</summary>
/// <param name="item">The shape of each.</param>
/// <param name="what">What it holds, to follow "must be an array of": <c>steps</c>.</param>
/// <param name="min">Fewest items.</param>
/// <param name="max">Most items.</param>
internal sealed class ListShape<T>(Shape<T> item, string what, int min = 1, int max = 1000) : Shape<IReadOnlyList<T>>
{
    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        value = null;
        if (node.Kind != JsonTokenType.StartArray)
        {
            context.ReportValue(node, $"must be an array of {what}");
            return false;
        }

        if (node.Items.Count < min)
            context.Report(node, $"must have at least {min} {(min == 1 ? "entry" : "entries")}, has {node.Items.Count}");
        if (node.Items.Count > max)
            context.Report(node, $"must have at most {max} entries, has {node.Items.Count}");
        var items = new List<T>();
        foreach (var child in node.Items)
        {
            if (item.TryRead(child, context, out var one))
                items.Add(one);
        }

        value = items;
        return true;
    }

    public override JsonObject Describe(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Describe(definitions), ["maxItems"] = max };
        if (min > 0)
            schema["minItems"] = min;
        return schema;
    }
}
