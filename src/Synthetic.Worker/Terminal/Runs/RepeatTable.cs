using Synthetic.Core.Advising;
using Synthetic.Core.Basics;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>What several runs have in common: median and worst of each window, and what only several runs can tell.</summary>
internal static class RepeatTable
{
    public static IEnumerable<Line> Of(IReadOnlyList<RunRecord> records, Screen screen)
    {
        yield return Tally(records);
        foreach (var scenario in records.GroupBy(record => record.Scenario))
        {
            var rows = scenario.SelectMany(Values).GroupBy(value => (value.Step, value.Window)).ToList();
            if (rows.Count == 0)
                continue;
            var head = new Line().Add(screen.Cut(scenario.Key, screen.Width - 34), TextStyle.Strong);
            yield return head.PadTo(screen.Width - 34).Add(Columns("median", "worst", "runs"), TextStyle.Dim);
            foreach (var row in rows)
                yield return Row(row.Key.Step, row.Key.Window, [.. row.Select(value => value.Ms)], screen);
            foreach (var line in HedgeAdvice.Of([.. scenario]).SelectMany(advice => AdviceBlock.Of(advice, screen)))
                yield return line;
        }
    }

    /// <summary><c>12 runs: 11 passed, 1 failed</c>.</summary>
    public static Line Tally(IReadOnlyList<RunRecord> records)
    {
        var line = new Line().Add($"{records.Count} {(records.Count == 1 ? "run" : "runs")}: ", TextStyle.Strong);
        foreach (var (n, status) in records.GroupBy(record => record.Status).OrderBy(group => group.Key).Index())
            line.Add(n == 0 ? "" : ", ").Add($"{status.Count()} {StatusText.Of(status.Key)}", TextStyles.Of(status.Key));
        return line;
    }

    private static IEnumerable<(string Step, string Window, double Ms)> Values(RunRecord record)
    {
        foreach (var step in record.Steps)
        {
            foreach (var window in step.Interactions.SelectMany(one => WindowBlock.Of(one, Glyphs.For(unicode: false))))
                yield return (step.Name, window.Name, window.Ms);
            if (step.Response is { } response)
                yield return (step.Name, response.Kind.Name(), response.Ms);
        }
    }

    private static Line Row(string step, string window, IReadOnlyList<double> times, Screen screen)
    {
        var line = Line.Indented(2).Add(screen.Cut(step, screen.Width - 48)).Add($"  {window}", TextStyle.Dim);
        return line.PadTo(screen.Width - 34)
            .Add(Columns(Amount.Time(Sample.Median(times)), Amount.Time(times.Max()), $"{times.Count}"));
    }

    private static string Columns(string median, string worst, string runs) => $"{median,12}{worst,12}{runs,10}";
}
