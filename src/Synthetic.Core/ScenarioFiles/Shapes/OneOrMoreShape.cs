using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>One thing, or an array of them.</summary>
/// <param name="what">What an array holds, to follow "must be an array of".</param>
/// <param name="item">The shape of each.</param>
internal sealed class OneOrMoreShape<T>(string what, Shape<T> item) : Shape<IReadOnlyList<T>>
{
    private readonly ListShape<T> _several = new(item, what);

    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        value = null;
        if (node.Kind == JsonTokenType.StartArray)
            return _several.TryRead(node, context, out value);
        if (!item.TryRead(node, context, out var one))
            return false;
        value = [one];
        return true;
    }

    public override JsonObject Describe(SchemaDefinitions definitions) =>
        new() { ["anyOf"] = new JsonArray(item.Describe(definitions), _several.Describe(definitions)) };
}
