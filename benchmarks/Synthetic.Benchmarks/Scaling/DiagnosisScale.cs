using Synthetic.Benchmarks.Plots;
using Synthetic.Core.Alerting;
using Synthetic.Core.Deriving;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.Scaling;

/// <summary>What the diagnosis, and the evaluation of alerts, cost a run, in processor time.</summary>
internal static class DiagnosisScale
{
    /// <summary>Entries of each kind that a run is read with: beyond, the evidence is cut.</summary>
    public static IReadOnlyList<int> Entries { get; } = [1000, 2500, 5000, 10_000, 20_000];

    /// <summary>Limits of a scenario.</summary>
    public static IReadOnlyList<int> Budgets { get; } = [10, 100, 1000];

    private static readonly RunRecord Header = new()
    {
        RunId = "0",
        Scenario = "made-up",
        Location = "local",
        Trigger = "manual",
        StartedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>A curve for each way to make evidence up, in milliseconds.</summary>
    /// <param name="rounds">Each value is the least of so many.</param>
    public static IReadOnlyList<Curve> Diagnosis(int rounds) =>
    [
        .. MadeUpEvidence.All.Select(made =>
        {
            Derivation.Of(Header, made.Of(500));
            var curve = new Curve(made.Name, [.. Entries.Select(entries => ((double)entries, Best(rounds, made.Of(entries), evidence => Derivation.Of(Header, evidence))))]);
            Console.WriteLine($"{made.Name,-44} {string.Join("  ", curve.Points.Select(point => $"{point.Value,7:0}"))}  power {curve.Power:0.00}");
            return curve;
        }),
    ];

    /// <summary>What the diagnosis of one real run takes, in milliseconds.</summary>
    public static double Typical(RunRecord record)
    {
        for (var n = 0; n < 200; n++)
            Derivation.Of(record, record.Evidence!);
        return Best(5, record.Evidence!, evidence =>
        {
            for (var n = 0; n < 100; n++)
                Derivation.Of(record, evidence);
        }) / 100;
    }

    /// <summary>What taking a run into account takes that breaks all its limits, in milliseconds.</summary>
    public static Curve Alerts(int rounds)
    {
        var points = Budgets.Prepend(Budgets[0]).Select(count =>
        {
            var record = Header with { Status = RunStatus.Degraded, Budgets = [.. Enumerable.Range(0, count).Select(n => new BudgetResult($"server.part-{n}", "Place order", 100, 200, false))] };
            var state = AlertState.Empty;
            return ((double)count, Best(Math.Max(rounds, 5), record, one =>
            {
                for (var n = 0; n < 20; n++)
                    (state, _) = AlertEvaluator.Evaluate(AlertRule.Default, state, one, DateTimeOffset.UnixEpoch.AddMinutes(n));
            }) / 20);
        }).ToArray();
        // The first was to get warm.
        return new Curve("limits that a run breaks", points[1..]);
    }

    private static double Best<T>(int rounds, T subject, Action<T> work)
    {
        var best = double.PositiveInfinity;
        for (var round = 0; round < rounds; round++)
        {
            GC.Collect();
            // Processor time of all threads: what else runs on the machine says nothing.
            var before = Environment.CpuUsage.TotalTime;
            work(subject);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }
        return Math.Max(0.001, best);
    }
}
