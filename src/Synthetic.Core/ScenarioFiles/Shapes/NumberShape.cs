using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>A number within a range.</summary>
/// <param name="min">The smallest.</param>
/// <param name="max">The largest.</param>
/// <param name="whole">Whether fractions are refused.</param>
internal sealed class NumberShape(double min, double max, bool whole = false) : Shape<double>
{
    public override bool TryRead(ConfigNode node, ReadContext context, out double value)
    {
        value = 0;
        if (node.Kind != JsonTokenType.Number
            || !double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            || (whole && value != Math.Floor(value)))
        {
            var quoted = node.Kind == JsonTokenType.String && double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
            context.ReportValue(node, whole ? "must be a whole number" : "must be a number", quoted ? "write it without quotes" : null);
        }
        else if (value < min)
            context.ReportAmount(node, string.Create(CultureInfo.InvariantCulture, $"must be at least {min}"));
        else if (value > max)
            context.ReportAmount(node, string.Create(CultureInfo.InvariantCulture, $"must be at most {max}"));
        else
            return true;
        return false;
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => new()
    {
        ["type"] = whole ? "integer" : "number",
        ["minimum"] = min,
        ["maximum"] = max,
    };
}
