using Synthetic.Benchmarks.Storing;
using Synthetic.Core.Baselines;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Results;

namespace Synthetic.Benchmarks.Scaling;

/// <summary>What is asked of a store beside what people look at each day.</summary>
internal static class StoreQuestions
{
    /// <summary>How often what takes long is asked.</summary>
    private const int Few = 3;

    /// <summary>What no person asks.</summary>
    public static IReadOnlyList<string> Workers { get; } =
        ["the usual time of a component of a step", "the usual time, a coded scenario's", "the latest slot of a scenario", "slots that dead workers left open", "finding nothing to delete (every 10 min)"];

    /// <summary>Nothing is so old, and nothing takes so much.</summary>
    private static readonly Retention All = new(TimeSpan.FromDays(10_000), TimeSpan.FromDays(10_000), long.MaxValue);

    /// <summary>Each question, and what its answers took, in milliseconds.</summary>
    /// <param name="store">The store.</param>
    /// <param name="filled">How it was filled.</param>
    /// <param name="latest">When its latest run began.</param>
    /// <param name="ct">Ends it early.</param>
    public static async Task<IReadOnlyList<(string Question, IReadOnlyList<double> Ms)>> AskAsync(ResultStore store, FilledStore filled, DateTimeOffset latest, CancellationToken ct) =>
    [
        ("the 50 latest runs of all", await FilledStore.TimeAsync(_ => store.History.RunsAsync(new RunQuery(), ct))),
        ("the 50 latest failed runs of all", await FilledStore.TimeAsync(_ => store.History.RunsAsync(new RunQuery { Status = RunStatus.Failed }, ct))),
        ("the 50 latest failed runs of a scenario", await FilledStore.TimeAsync(n => store.History.RunsAsync(new RunQuery { Scenario = filled.Name(n + 1), Status = RunStatus.Failed }, ct))),
        ("failed runs of a scenario without any", await FilledStore.TimeAsync(_ => store.History.RunsAsync(new RunQuery { Scenario = filled.Name(0), Status = RunStatus.Failed }, ct))),
        ("the usual time of a component of a step", await FilledStore.TimeAsync(n => store.Values.ValuesAsync(Usual(filled, n, latest, ["Place order"]), ct))),
        ("the usual time, a coded scenario's", await FilledStore.TimeAsync(n => store.Values.ValuesAsync(Usual(filled, n, latest, []), ct), Few)),
        ("the latest slot of a scenario", await FilledStore.TimeAsync(n => store.Upkeep.LatestSlotAsync(filled.Name(n), latest, ct))),
        ("slots that dead workers left open", await FilledStore.TimeAsync(_ => store.Upkeep.AbandonedAsync(ct))),
        ("finding nothing to delete (every 10 min)", await FilledStore.TimeAsync(_ => store.Upkeep.PruneAsync(All, ct), Few)),
    ];

    /// <summary>As a worker asks; which steps there are it knows only where they are declared.</summary>
    private static ComponentQuery Usual(FilledStore filled, int number, DateTimeOffset latest, IReadOnlyList<string> steps) =>
        new(filled.Name(number), "local", steps, "server.db", latest - Baseline.Longest, Baseline.MostRuns);
}
