using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>An instant such as <c>"2026-01-31T22:00:00Z"</c>; its zone must be said.</summary>
internal sealed class InstantShape : Shape<DateTimeOffset>
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];

    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out DateTimeOffset value)
    {
        value = default;
        if (node.Broken)
            return false;
        if (node.Kind == JsonTokenType.String && node.Text.Length > 0 && (node.Text[^1] == 'Z' || node.Text.LastIndexOfAny(['+', '-']) > node.Text.IndexOf('T', StringComparison.Ordinal))
            && DateTimeOffset.TryParseExact(node.Text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out value))
            return true;
        context.ReportValue(node, "must be an instant with its zone like \"2026-01-31T22:00:00Z\" or \"2026-01-31T23:00:00+01:00\"");
        return false;
    }

    public override JsonObject Describe(SchemaDefinitions definitions) =>
        new() { ["type"] = "string", ["format"] = "date-time", ["examples"] = new JsonArray("2026-01-31T22:00:00Z") };
}
