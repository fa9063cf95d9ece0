using Synthetic.Core.Basics;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Advising;

/// <summary>Requests that mostly answer fast and now and then do not: a second one, sent when the first is late, often answers sooner.</summary>
/// <remarks>Needs several runs: one run has no tail.</remarks>
public static class HedgeAdvice
{
    /// <summary>Fewer runs say nothing of a tail.</summary>
    public const int FewestRuns = 8;

    private const string Kind = "hedge";

    /// <summary>From here on the 95th percentile has something above it; below, it would be the worst value by another name.</summary>
    private const int EnoughForPercentile = 20;

    /// <summary>A tail under this many times the median is ordinary variation.</summary>
    private const double HeavyTimes = 3;

    /// <summary>A saving under this is not worth a second request, in milliseconds.</summary>
    private const double LeastMs = 50;

    /// <summary>What is advised for the requests that a scenario's interactions waited for.</summary>
    /// <param name="records">Runs of one scenario; their evidence is not needed.</param>
    /// <returns>The largest saving first; empty for fewer than <see cref="FewestRuns"/> runs of a request.</returns>
    public static IReadOnlyList<Advice> Of(IReadOnlyList<RunRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        if (records.Count < FewestRuns)
            return [];
        return [.. records
            // What a busy machine adds is its own tail, not the service's.
            .Where(r => r.Host?.Verdict != HostState.Noisy)
            .SelectMany(Slowest)
            .GroupBy(r => r.Name, r => r.Ms, StringComparer.Ordinal)
            .Where(g => g.Count() >= FewestRuns)
            .Select(g => Judge(g.Key, [.. g.Order()]))
            .OfType<Advice>()
            .OrderByDescending(a => a.SavingMs)
            .Take(StepAdvice.Most)];
    }

    /// <summary>One time for each run and name, so that one bad run does not count as many.</summary>
    private static IEnumerable<(string Name, double Ms)> Slowest(RunRecord record) =>
        from step in record.Steps
        let path = Path(step)
        from request in step.Requests
        where path.Contains(request.Id) && request is { Method: "GET" or "HEAD", Error: null, Status: >= 200 and < 300, TtfbMs: not null }
        group request.TtfbMs!.Value + (request.DownloadMs ?? 0) by Name(request) into same
        select (same.Key, same.Max());

    private static HashSet<int> Path(StepResult step) =>
        [.. step.Interactions.SelectMany(i => (IEnumerable<Segment>)[.. i.Inp?.Timeline ?? [], .. i.Response?.Timeline ?? []]).Select(s => s.RequestId).OfType<int>()];

    private static string Name(RequestResult request) =>
        $"{request.Method} {Wording.Place(request.Url)}";

    private static Advice? Judge(string name, double[] sorted)
    {
        var median = sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
        // At least two runs as slow: a single one is chance, and often the first call of a cold service.
        var rank = Math.Min((int)Math.Ceiling(sorted.Length * 0.95) - 1, sorted.Length - 2);
        var tail = sorted[rank];
        if (median <= 0 || tail < median * HeavyTimes)
            return null;
        var saving = Milliseconds.Round(tail - Hedged(sorted, median, rank));
        if (saving < LeastMs)
            return null;
        var slow = sorted.Length >= EnoughForPercentile ? $"its 95th percentile {Wording.Ms(tail)}" : $"{sorted.Length - rank} of {sorted.Length} took {Wording.Ms(tail)} or more";
        return new Advice(
            Kind,
            $"Send {name} a second time where no answer has come after {Wording.Ms(median)}, and take the first that comes: over {sorted.Length} runs its median was "
                + $"{Wording.Ms(median)}, {slow}, and with the second about {Wording.Ms(tail - saving)} if it is slow by chance; that costs one request more in every other run",
            saving);
    }

    /// <summary>The same rank where each time is raced by each other one, sent after the delay.</summary>
    private static double Hedged(double[] sorted, double delay, int rank)
    {
        var raced = sorted.SelectMany(first => sorted.Select(second => Math.Min(first, delay + second))).Order().ToArray();
        return raced[(int)((rank + 1L) * raced.Length / sorted.Length) - 1];
    }
}
