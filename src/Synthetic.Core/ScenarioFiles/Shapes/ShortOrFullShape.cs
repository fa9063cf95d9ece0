using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>Something with a short form that is a string, and a full form that is an object or array.</summary>
/// <param name="what">What it is when it is neither, to follow "must be": <c>a selector or an object</c>.</param>
/// <param name="brief">The shape of the short form.</param>
/// <param name="from">Makes the value out of the short form.</param>
/// <param name="full">The shape of the full form.</param>
/// <param name="fullKind">The full form's kind.</param>
internal sealed class ShortOrFullShape<T>(
    string what, Shape<string> brief, Func<string, T> from, Shape<T> full, JsonTokenType fullKind = JsonTokenType.StartObject) : Shape<T>
{
    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node.Kind == fullKind)
            return full.TryRead(node, context, out value);
        if (node.Kind == JsonTokenType.String)
        {
            if (!brief.TryRead(node, context, out var text))
                return false;
            value = from(text);
            return true;
        }

        context.ReportValue(node, $"must be {what}");
        return false;
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => new()
    {
        ["anyOf"] = new JsonArray(brief.Describe(definitions), full.Describe(definitions)),
    };
}
