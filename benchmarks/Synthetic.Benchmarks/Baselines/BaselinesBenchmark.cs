using System.Globalization;
using System.Text;
using Synthetic.Core.Baselines;
using Synthetic.Core.Metrics;

namespace Synthetic.Benchmarks.Baselines;

/// <summary>Runs the detector of changes over series whose changes are known, and writes down how often and how late it told of them.</summary>
internal static class BaselinesBenchmark
{
    private const int Month = 30 * 24 * 60;

    /// <summary>Values before a change, in the series that have one.</summary>
    private const int Before = 300;

    private static readonly double[] Shifts = [1.25, 1.5, 2, 0.8];

    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var table = new StringBuilder();
        foreach (var series in options.Pick(GeneratedSeries.All, series => series.Name))
        {
            var falseAlarms = Parallel(options.Rounds, seed => FalseAlarms(series, seed)).Sum();
            table.Append(CultureInfo.InvariantCulture, $"| {series.Name} | {falseAlarms} in {options.Rounds} months |");
            foreach (var shift in Shifts)
            {
                var delays = Parallel(400, seed => Delay(series, shift, seed)).Order().ToArray();
                var told = delays.Count(delay => delay <= 10);
                table.Append(CultureInfo.InvariantCulture, $" {delays[delays.Length / 2]} ({100d * told / delays.Length:0} %) |");
            }
            table.Append('\n');
            Console.WriteLine(table.ToString().TrimEnd().Split('\n')[^1]);
        }
        if (options.Only is not null)
            return 0;
        await File.WriteAllTextAsync(options.Out, Document(table.ToString(), options.Rounds));
        Console.WriteLine($"{options.Out} is written.");
        return 0;
    }

    private static int FalseAlarms(GeneratedSeries series, int seed)
    {
        var (detector, random, told) = (new ChangeDetector(), new Random(seed), 0);
        for (var minute = 0; minute < Month; minute++)
            told += detector.Add(series.Value(minute, random)) is null ? 0 : 1;
        return told;
    }

    /// <summary>How many runs it took to tell; 1,000 for one that was not told within 40.</summary>
    private static int Delay(GeneratedSeries series, double shift, int seed)
    {
        var (detector, random) = (new ChangeDetector(), new Random(seed));
        for (var minute = 0; minute < Before; minute++)
            detector.Add(series.Value(minute, random));
        for (var after = 1; after <= 40; after++)
        {
            if (detector.Add(series.Value(Before + after, random) * shift) is not null)
                return after;
        }
        return 1000;
    }

    private static int[] Parallel(int count, Func<int, int> of) => [.. Enumerable.Range(0, count).AsParallel().AsOrdered().Select(of)];

    private static double Least(string metric) => MetricTable.Find(metric)!.LeastOverBaselineMs!.Value;

    private static string Document(string rows, int months) =>
        $"""
        # Changes

        With a [store](store.md), the worker watches what each part of each step takes (`response`, `inp`, `network`,
        `script`, `render`, `server.db`), and says once where it changed:

        ```json
        {"{"}"event":"change","message":"place-order / Place order: server.db went from 40 to 95 ms at 14:05 UTC (14 runs before, 9 since)","scenario":"place-order","location":"local","step":"Place order","component":"server.db","wasMs":40,"isMs":95,"before":14,"after":9,"since":"2026-01-01T14:05:00+00:00","runId":"0199…"{"}"}
        ```

        It is news and no alert: it needs no budget, and whether it is bad is for people to say. After each run the latest {ChangeDetector.LeastAfter} to {ChangeDetector.MostAfter} values are compared with up
        to {ChangeDetector.MostBefore} before them (at least {ChangeDetector.LeastBefore}). A change is told where

        - the rank test of Mann and Whitney is sure by {ChangeDetector.SureAt.ToString(CultureInfo.InvariantCulture)} standard deviations, for it looks again after each run;
        - the means of their middle halves differ by at least {100 * ChangeDetector.LeastShare:0} % and {ChangeDetector.LeastMs:0} ms;
        - no more than a fifth of the values lies on the other's side of the middle.

        Then what came before is forgotten, so that it is told once. Runs that failed, were aborted or inconclusive do not count. Seasons and drifts are
        slower than the window and move with it. After a restart the latest values come from the store, and nothing is told again.

        ## How often it is wrong, and how late

        Generated series, a value a minute, whose changes are known; written by `dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- baselines`.
        False changes in {months} months of each, and for a change of the level after {Before} runs: the median number of runs until it was told, and how many
        of 400 were told within ten.

        | series | false changes | × 1.25 | × 1.5 | × 2 | × 0.8 |
        |---|--:|--:|--:|--:|--:|
        {rows}
        ## Limits over the baseline

        A [budget](scenarios.md#budgets) of `"baseline+20%"` on `inp`, `response` or `server.NAME` is judged by what the scenario took before, at the same location:

        - Runs of the last {Baseline.Longest.TotalDays:0} days count that ended as `passed` or `degraded`: at least {Baseline.LeastRuns}, at most the latest {Baseline.MostRuns.ToString("#,0", CultureInfo.InvariantCulture)}, which is a run a minute.
        - The baseline is the median of their values, or that of the older half of them where it is lower. Getting faster counts once most runs are faster; getting slower
          only once it has lasted three times as long as the runs before it that still count. Runs of a breach do count, but it takes ten days of them where the window is full,
          and twenty good runs hold out against sixty bad ones.
        - The limit is the percentage over it, but at least {Least("inp")} ms over it for `inp` and `response`, which end with a frame, and {Least("server.NAME")} ms for `server.NAME`.
        - What the store has deleted does not count. It deletes good runs first: a `--keep` below 336h, or a `--keep-size` that is too small, lets a breach become usual sooner.
        - `server.NAME` is all that a step's requests report, added up, as any such budget is. Its history begins with the version that can judge it.

        The worker reads the store at its start and after runs: at most every 30 s while there are too few, else every hour. A run asks memory only, so no slot waits for the store, and while
        it is away what was read last goes on being used (`baselines.failed` on the log). The limit is a number before the run begins; the [record](record.md)
        holds it with `baselineMs` and `percent`, so that `explain` derives the same. Where no baseline is known `limit` and `ok` are `null`, and `reason` says why: that is never a failure, and neither starts nor ends an alert.

        To take a slower level for usual at once, give the step another name or the budget a number.

        """;
}
