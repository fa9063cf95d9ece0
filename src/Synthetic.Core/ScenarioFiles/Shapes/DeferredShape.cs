using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>A shape that is known only later: what may stand within itself.</summary>
internal sealed class DeferredShape<T>(Func<Shape<T>> shape) : Shape<T>
{
    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out T value) => shape().TryRead(node, context, out value);

    public override JsonObject Describe(SchemaDefinitions definitions) => shape().Describe(definitions);
}
