using Synthetic.Core.Reporting;
using Synthetic.Results;

namespace Synthetic.Benchmarks;

/// <summary>The runs that a store keeps.</summary>
internal static class KeptRuns
{
    /// <summary>All of them, the latest first.</summary>
    public static async Task<IReadOnlyList<RunSummary>> AllAsync(ResultStore store, CancellationToken ct)
    {
        var runs = new List<RunSummary>();
        while (await store.History.RunsAsync(new RunQuery { After = runs.LastOrDefault()?.Cursor, Limit = RunQuery.MostRuns }, ct) is { Count: > 0 } page)
            runs.AddRange(page);
        return runs;
    }
}
