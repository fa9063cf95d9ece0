using Synthetic.Core.Alerting;
using Synthetic.Core.Metrics;
using Synthetic.Core.Records;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>The budgets: what was promised and what came.</summary>
internal static class BudgetTable
{
    public static IEnumerable<Line> Of(IReadOnlyList<BudgetResult> budgets, Screen screen)
    {
        if (budgets.Count == 0)
            yield break;
        yield return Line.Indented(2).Add("budgets", TextStyle.Dim);
        var metrics = Math.Clamp(budgets.Max(budget => budget.Metric.Length), 3, 24);
        foreach (var budget in budgets)
        {
            yield return Row(budget, metrics, screen);
            // Where its limit is from, or why it is not judged.
            if ((budget.Reason ?? BudgetText.Baseline(budget)) is { } origin)
            {
                foreach (var line in Paragraph.Of(origin, Line.Indented(6), TextStyle.Dim, screen))
                    yield return line;
            }
        }
    }

    private static Line Row(BudgetResult budget, int metrics, Screen screen)
    {
        var style = budget.Ok switch { true => TextStyle.Good, false => TextStyle.Poor, null => TextStyle.Fair };
        var sign = budget.Ok switch { true => screen.Glyphs.Passed, false => screen.Glyphs.Failed, null => screen.Glyphs.Unknown };
        var line = Line.Indented(2)
            .Add(sign + " ", style)
            .Add(screen.Cut(budget.Metric, metrics)).PadTo(6 + metrics)
            .Add(Value(budget, budget.Actual).PadLeft(8), style)
            .Add($" of {Value(budget, budget.Limit),-8}", TextStyle.Dim)
            .Add(Gap(budget), style);
        line.PadTo(metrics + 39);
        return line.Add(screen.Cut(budget.Step ?? "whole run", screen.Width - line.Width), TextStyle.Dim);
    }

    private static string Value(BudgetResult budget, double? value) => value switch
    {
        null => "none",
        { } score when MetricTable.Find(budget.Metric)?.Unit == MetricUnit.Score => Amount.Score(score),
        { } ms => Amount.Time(ms),
    };

    // Rounded down to whole percents, a hair over the limit would read as 0 % over.
    private static string Gap(BudgetResult budget) => budget switch
    {
        { Ok: null, Limit: not null, Actual: null } => "not seen",
        { Ok: null } => "not judged",
        { Ok: false, Actual: { } actual, Limit: { } limit and > 0 } => $"{Math.Ceiling((actual / limit - 1) * 100):0} % over",
        _ => "",
    };
}
