using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.Basics;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>A duration such as <c>"250ms"</c>.</summary>
/// <param name="min">The shortest; <c>null</c> for anything over zero.</param>
/// <param name="max">The longest.</param>
internal sealed class DurationShape(TimeSpan? min, TimeSpan max) : Shape<TimeSpan>
{
    private const string What = "must be a duration like \"250ms\", \"30s\", \"5m\" or \"1h\"";

    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out TimeSpan value)
    {
        value = default;
        if (node.Broken)
            return false;
        if (node.Kind != JsonTokenType.String || !DurationText.TryParse(node.Text, out value))
            context.ReportValue(node, What, Advice(node));
        else if (min is null && value <= TimeSpan.Zero)
            context.ReportAmount(node, "must be over 0s");
        else if (value < min)
            context.ReportAmount(node, $"must be at least {DurationText.Format(min.Value)}");
        else if (value > max)
            context.ReportAmount(node, $"must be at most {DurationText.Format(max)}");
        else
            return true;
        return false;
    }

    public override JsonObject Describe(SchemaDefinitions definitions)
    {
        var schema = definitions.Reference("duration", () => new JsonObject
        {
            ["type"] = "string",
            ["description"] = "A number and a unit: ms, s, m or h.",
            ["pattern"] = @"^[0-9]+(\.[0-9]+)?(ms|s|m|h)$|" + SchemaDefinitions.ReferencePattern,
            ["examples"] = new JsonArray("250ms", "1.5s", "5m", "1h"),
        });
        schema["description"] = min is null
            ? $"Over 0s, at most {DurationText.Format(max)}."
            : $"From {DurationText.Format(min.Value)} to {DurationText.Format(max)}.";
        return schema;
    }

    /// <summary>A number without its unit is the commonest mistake, and only its writer knows which one was meant.</summary>
    private static string? Advice(ConfigNode node) =>
        node.Text.Length is > 0 and < 12 && node.Text.All(c => char.IsAsciiDigit(c) || c == '.')
            ? $"add a unit: \"{node.Text}ms\" or \"{node.Text}s\""
            : null;
}
