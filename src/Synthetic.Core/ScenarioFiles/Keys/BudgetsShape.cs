using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Synthetic.Core.Metrics;
using Synthetic.Core.ScenarioFiles.Shapes;
using Synthetic.Core.ScenarioFiles.Syntax;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>Metrics and their limits.</summary>
internal sealed partial class BudgetsShape : Shape<IReadOnlyList<Budget>>
{
    // An HTTP token, as the names in a Server-Timing header are.
    private const string Token = "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}";

    private static readonly string[] Prefixes = [MetricTable.ServerTotalPrefix, MetricTable.ServerPrefix];
    private static readonly DurationShape Time = new(null, TimeSpan.FromHours(1));
    private static readonly BaselineShape Baseline = new();
    private static readonly NumberShape Score = new(0, 10);

    public override bool TryRead(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out IReadOnlyList<Budget> value)
    {
        value = null;
        if (node.Kind != JsonTokenType.StartObject)
        {
            context.ReportValue(node, "must be an object of metrics and limits like { \"inp\": \"200ms\" }");
            return false;
        }

        var budgets = new List<Budget>();
        foreach (var member in node.Members)
        {
            if (IsKnown(member, context) && Read(member, context) is { } budget)
                budgets.Add(budget);
        }

        value = budgets;
        return true;
    }

    public override JsonObject Describe(SchemaDefinitions definitions) => definitions.Reference("budgets", () =>
    {
        var properties = new JsonObject();
        foreach (var metric in MetricTable.All)
            properties[metric.Name] = Describe(metric, definitions);
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["patternProperties"] = new JsonObject
            {
                [$"^server\\.{Token}$"] = Describe(MetricTable.Find("server.NAME")!, definitions),
                [$"^serverTotal\\.{Token}$"] = Describe(MetricTable.Find("serverTotal.NAME")!, definitions),
            },
            ["additionalProperties"] = false,
        };
    });

    private static JsonObject Describe(Metric metric, SchemaDefinitions definitions)
    {
        var limit = metric.Unit switch
        {
            MetricUnit.Milliseconds => Time.Describe(definitions),
            MetricUnit.Score => Score.Describe(definitions),
        };
        return metric.LeastOverBaselineMs is null ? limit : new JsonObject { ["anyOf"] = new JsonArray(limit, Baseline.Describe(definitions)) };
    }

    private static Budget? Read(ConfigMember member, ReadContext context)
    {
        var metric = MetricTable.Find(member.Key)!;
        if (!BaselineShape.IsMeant(member.Value))
            return Limit(metric, member, context) is { } limit ? new Budget(member.Key, limit) : null;
        if (metric.LeastOverBaselineMs is not null)
            return Baseline.TryRead(member.Value, context, out var percent) ? Budget.OverBaseline(member.Key, percent) : null;
        context.ReportValue(member.Value, $"must be a {(metric.Unit == MetricUnit.Score ? "number" : "duration")}, for only {BaselineShape.Metrics} can have a baseline");
        return null;
    }

    private static double? Limit(Metric metric, ConfigMember member, ReadContext context)
    {
        return metric.Unit switch
        {
            MetricUnit.Milliseconds => Time.TryRead(member.Value, context, out var time) ? time.TotalMilliseconds : null,
            MetricUnit.Score => Score.TryRead(member.Value, context, out var score) ? score : null,
        };
    }

    private static bool IsKnown(ConfigMember member, ReadContext context)
    {
        if (MetricTable.All.Any(metric => metric.Name == member.Key) || ServerMetric().IsMatch(member.Key))
            return true;
        if (Prefixes.Any(prefix => member.Key.StartsWith(prefix, StringComparison.Ordinal)))
            context.Report(new ScenarioError(member.Value.Path, "must end in a Server-Timing name: letters, digits and !#$%&'*+-.^_`|~ only, 1 to 100 of them", member.Line, member.Column));
        else
            UnknownKey.Report(member, [.. MetricTable.All.Select(metric => metric.Name), "server.NAME", "serverTotal.NAME"], context, Prefixes.SelectMany(prefix => ServerGuesses(member.Key, prefix)));
        return false;
    }

    /// <summary>What a key could be with the prefix spelt right before it: the rest of it is the writer's own name.</summary>
    private static IEnumerable<string> ServerGuesses(string key, string prefix)
    {
        for (var cut = prefix.Length - 2; cut <= prefix.Length + 1 && cut < key.Length; cut++)
        {
            if (ServerMetric().IsMatch(prefix + key[cut..]))
                yield return prefix + key[cut..];
        }
    }

    [GeneratedRegex($@"^server(Total)?\.{Token}$")]
    private static partial Regex ServerMetric();
}
