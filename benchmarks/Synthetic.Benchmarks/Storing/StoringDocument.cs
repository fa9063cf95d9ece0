using System.Globalization;
using System.Text;
using Synthetic.Core.Basics;

namespace Synthetic.Benchmarks.Storing;

/// <summary>The document that says what storing and exporting cost.</summary>
/// <param name="costs">What the runs took, each way.</param>
/// <param name="sizes">What full stores take.</param>
/// <param name="recordBytes">The median size of the records that were written, as JSON.</param>
internal sealed class StoringDocument(IReadOnlyList<WayCost> costs, IReadOnlyList<StoreSize> sizes, double recordBytes)
{
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.AppendLine(
            """
            # What storing and exporting cost

            Written by a program, from what it measured; nothing here is put in by hand:

            ```sh
            dotnet build -c Release src/Synthetic.Worker && dotnet run -c Release --project benchmarks/Synthetic.Benchmarks -- storing
            ```

            """);
        AddCosts(text);
        AddSizes(text);
        return text.ToString();
    }

    private void AddCosts(StringBuilder text)
    {
        var bare = costs.Single(cost => cost.Way.Name == StoringWay.Bare);
        text.AppendLine(
            $"""
            ## A run

            {costs.Count} workers at the same time, {Environment.ProcessorCount} cores, each with one scenario (*Place order* in the embedded shop) every {StoringCosts.Cycle.TotalSeconds:0} s on seconds of its own.
            *CPU* is the worker's own for each run, browser and database left out, read every {StoringCosts.CyclesOfRound} runs; *kept and said* is from a run's end to its line in the log, which
            comes when the store has it. Medians; differences and ratios are those of pairs (readings of the same {(StoringCosts.Cycle * StoringCosts.CyclesOfRound).TotalSeconds:0} s, runs of the same {StoringCosts.Cycle.TotalSeconds:0} s), with their 95 % intervals.
            Metrics are pushed every {StoringCosts.Cycle.TotalSeconds:0} s, six times as often as by default. {Busy()}

            | what is kept, or pushed | runs | run (ms) | CPU (ms) | CPU, ratio | kept and said (ms) | later by (ms) |
            |---|--:|--:|--:|--:|--:|--:|
            """);
        foreach (var cost in costs)
        {
            var cpu = cost.CpuMs.OfType<double>().ToArray();
            text.Append(CultureInfo.InvariantCulture,
                $"| {cost.Way.Name} | {cost.Runs.Count} | {Sample.Median([.. cost.Runs.Values.Select(run => run.DurationMs)]):0} | {Sample.Median(cpu):0} | ");
            if (cost == bare)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"1 | {Sample.Median([.. cost.Runs.Values.Select(run => run.SaidAfterMs)]):0.0} | |");
                continue;
            }
            var ratio = MedianInterval.Of(cost.CpuMs.Zip(bare.CpuMs).Where(pair => pair is { First: not null, Second: not null }).Select(pair => pair.First!.Value / pair.Second!.Value));
            var later = MedianInterval.Of(cost.Runs.Keys.Intersect(bare.Runs.Keys).Select(cycle => cost.Runs[cycle].SaidAfterMs - bare.Runs[cycle].SaidAfterMs));
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{ratio.Median:0.00} ({ratio.Low:0.00} to {ratio.High:0.00}) | {Sample.Median([.. cost.Runs.Values.Select(run => run.SaidAfterMs)]):0.0} | {later.Median:+0.0;-0.0} ({later.Low:+0.0;-0.0} to {later.High:+0.0;-0.0}) |");
        }
    }

    // What else ran meanwhile moves times, and CPU a little.
    private static string Busy() => File.Exists("/proc/loadavg")
        ? $"When it ended, {File.ReadAllText("/proc/loadavg").Split(' ')[2]} processes had been running or waiting for a processor in the mean of 15 minutes."
        : "";

    private void AddSizes(StringBuilder text)
    {
        text.AppendLine(CultureInfo.InvariantCulture,
            $"""

            ## A full store

            Records of real runs with their evidence (median {recordBytes / 1024:0} KiB of JSON), written one after the other through the store under new ids, for {FilledStore.Scenarios} scenarios that run once a
            minute. A write is what a run's end is: record, component times and alert state in one transaction. Each question was asked 50 times.

            | store | runs | size (MiB) | bytes a run | write (ms): median | p99 | first 1,000 | last 1,000 |
            |---|--:|--:|--:|--:|--:|--:|--:|
            """);
        foreach (var size in sizes)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {size.Name} | {size.Runs:N0} | {size.Bytes / 1048576.0:N0} | {size.Bytes / size.Runs:N0} | {Sample.Median([.. size.WriteMs]):0.0} | {size.WriteMs.Order().ElementAt(size.WriteMs.Count * 99 / 100):0.0} | {Sample.Median([.. size.WriteMs.Take(1000)]):0.0} | {Sample.Median([.. size.WriteMs.TakeLast(1000)]):0.0} |");
        }
        text.AppendLine(
            """

            | store | question | median (ms) | slowest (ms) |
            |---|---|--:|--:|
            """);
        foreach (var size in sizes)
        {
            foreach (var (question, ms) in size.Answers)
                text.AppendLine(CultureInfo.InvariantCulture, $"| {size.Name} | {question} | {Sample.Median([.. ms]):0.0} | {ms.Max():0.0} |");
        }
        text.AppendLine(
            """

            PostgreSQL is on the same machine, with `fsync` off: what its own disk takes for a commit comes on top. SQLite writes through to the disk at each commit.
            """);
    }
}
