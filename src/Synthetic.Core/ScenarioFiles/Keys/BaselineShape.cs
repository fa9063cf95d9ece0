using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Synthetic.Core.Metrics;
using Synthetic.Core.ScenarioFiles.Shapes;
using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>A limit over what is usual, <c>baseline+20%</c>: reads the percent.</summary>
internal sealed partial class BaselineShape : Shape<int>
{
    private const string Pattern = "^baseline *\\+ *([1-9][0-9]{0,2}|1000) *%$";

    /// <summary>Which metrics can have one, in words.</summary>
    public static string Metrics { get; } = string.Join(", ", MetricTable.All.Where(metric => metric.LeastOverBaselineMs is not null).Select(metric => metric.Name)) + " and server.NAME";

    /// <summary>Whether a value is meant to be one, right or wrong.</summary>
    public static bool IsMeant(ConfigNode node) =>
        node is { Kind: JsonTokenType.String, Broken: false } && node.Text.TrimStart().StartsWith("base", StringComparison.OrdinalIgnoreCase);

    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out int value)
    {
        var match = Written().Match(node.Text);
        value = match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        if (!match.Success)
            context.ReportValue(node, "must be \"baseline+N%\" with N a whole number from 1 to 1000");
        return match.Success;
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => definitions.Reference("baseline", () => new JsonObject
    {
        ["type"] = "string",
        ["description"] = "So much over the baseline, which the worker takes from its store: from 1 to 1000 %.",
        ["pattern"] = Pattern,
        ["examples"] = new JsonArray("baseline+20%"),
    });

    [GeneratedRegex(Pattern)]
    private static partial Regex Written();
}
