using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary><c>true</c> or <c>false</c>.</summary>
/// <param name="onlyTrue">Whether <c>false</c> would mean nothing: then the key is to be left out.</param>
internal sealed class FlagShape(bool onlyTrue = false) : Shape<bool>
{
    public override bool TryRead(ConfigNode node, ReadContext context, out bool value)
    {
        value = node.Kind == JsonTokenType.True;
        if (value || (node.Kind == JsonTokenType.False && !onlyTrue))
            return true;
        context.ReportValue(node, onlyTrue ? "must be true" : "must be true or false");
        return false;
    }

    public override JsonObject Describe(SchemaDefinitions definitions) =>
        onlyTrue ? new JsonObject { ["const"] = true } : new JsonObject { ["type"] = "boolean" };
}
