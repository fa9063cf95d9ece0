using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.Exactness;

/// <summary>What was said beside a busy program on every processor.</summary>
/// <param name="Runs">Runs of one page with a budget that it breaks.</param>
/// <param name="Noisy">Of them, how many records say that the host was noisy.</param>
/// <param name="Inconclusive">How many left the budget unjudged.</param>
/// <param name="Alerts">How many alerts a worker would have made of them.</param>
/// <param name="Pages">One run of each page.</param>
internal sealed record UnderLoad(int Runs, int Noisy, int Inconclusive, int Alerts, IReadOnlyList<Outcome> Pages)
{
    /// <summary>A limit that no run of the page can keep, in milliseconds.</summary>
    private const double Unkept = 100;

    /// <summary>The culprits that contradict the true ones: somebody else is named. To say less contradicts nobody.</summary>
    public IEnumerable<(Outcome Page, CulpritCheck Check)> Contradictions => Pages
        .SelectMany(page => page.Culprits.Select(check => (page, check)))
        .Where(one => !one.check.Right && one.check.Named is { } named && named.Kind != CulpritKind.Unknown);

    public static async Task<UnderLoad> MeasureAsync(CaseRunner runner, int runs, IEnumerable<MatrixCase> pages)
    {
        using var programs = new BusyPrograms();
        var page = MatrixCases.Named("fetch: db");
        var rule = AlertRule.Default with { Failures = 1, Of = 1 };
        var (state, alerts, records) = (AlertState.Empty, 0, new List<RunRecord>());
        for (var i = 0; i < runs; i++)
        {
            var record = (await runner.RunAsync(page, new Budget("response", Unkept))).Record;
            var verdict = AlertEvaluator.Evaluate(rule, state, record, record.StartedAt);
            (state, alerts) = (verdict.State, alerts + verdict.Events.Count);
            records.Add(record);
        }
        var outcomes = new List<Outcome>();
        foreach (var one in pages)
        {
            var outcome = await runner.RunAsync(one);
            outcomes.Add(outcome);
            Console.WriteLine($"busy: {one.Name,-44} {outcome.ResponseMs,7:0.0} {outcome.TrueResponseMs,7:0.0} {outcome.Record.Host?.Verdict}  {string.Join("; ", outcome.Culprits.Where(c => !c.Right))}");
        }
        return new UnderLoad(
            runs, records.Count(r => r.Host?.Verdict == HostState.Noisy), records.Count(r => r.Status == RunStatus.Inconclusive), alerts, outcomes);
    }
}
