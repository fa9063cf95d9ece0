using System.Text.Json;
using Synthetic.Benchmarks.Kills;

namespace Synthetic.Benchmarks.Storing;

/// <summary>Runs a worker for each way at the same time, each on its own seconds of a cycle, and reads what its runs took.</summary>
/// <param name="program">The path of <c>synthetic.dll</c>.</param>
/// <param name="folder">Where files go.</param>
/// <param name="shop">The shop that is watched.</param>
internal sealed class StoringCosts(string program, string folder, Uri shop)
{
    /// <summary>Each worker's time between two runs.</summary>
    public static readonly TimeSpan Cycle = TimeSpan.FromSeconds(10);

    /// <summary>How many cycles a reading of the processor time spans: the system counts it in steps of 10 ms.</summary>
    public const int CyclesOfRound = 3;

    /// <summary>Runs that compile, open and connect, and are left out.</summary>
    private const int WarmUpRounds = 2;

    /// <summary>Runs them.</summary>
    /// <param name="ways">The ways; at most five, or they would overlap.</param>
    /// <param name="rounds">Readings of each.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<IReadOnlyList<WayCost>> RunAsync(IReadOnlyList<StoringWay> ways, int rounds, CancellationToken ct)
    {
        var workers = new List<(StoringWay Way, string Lines, WorkerProcess Process)>();
        try
        {
            foreach (var (n, way) in ways.Index())
            {
                var config = Path.Combine(folder, $"{n}.json");
                await File.WriteAllTextAsync(config, Scenario(n * Cycle.TotalSeconds / ways.Count), ct);
                var lines = Path.Combine(folder, $"{n}.log");
                workers.Add((way, lines, way.Start(program, lines, config)));
                await StartedAsync(lines, workers[^1].Process, ct);
            }
            var readings = workers.ConvertAll(_ => new List<Reading>());
            using var timer = new PeriodicTimer(Cycle * CyclesOfRound, TimeProvider.System);
            for (var round = 0; round <= WarmUpRounds + rounds && await timer.WaitForNextTickAsync(ct); round++)
            {
                foreach (var (n, worker) in workers.Index())
                    readings[n].Add(new Reading(worker.Process.ProcessorTime, RunLine.Read(worker.Lines).Count));
            }
            return [.. workers.Select((worker, n) => Cost(worker.Way, readings[n][WarmUpRounds..], RunLine.Read(worker.Lines)))];
        }
        finally
        {
            await Task.WhenAll(workers.Select(worker => worker.Process.StopAsync()));
            workers.ForEach(worker => worker.Process.Dispose());
        }
    }

    // One after the other: together they would slow each other down until a store did not open in time.
    private static async Task StartedAsync(string lines, WorkerProcess process, CancellationToken ct)
    {
        while (WorkerLog.Lines(lines, "worker.started").Count == 0)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"the worker did not start: {await File.ReadAllTextAsync(lines, ct)}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, ct);
        }
    }

    private static WayCost Cost(StoringWay way, IReadOnlyList<Reading> readings, IReadOnlyList<RunLine> lines) => new(
        way,
        [.. readings.Zip(readings.Skip(1)).Select(pair => pair.Second.Runs == pair.First.Runs
            ? (double?)null
            : (pair.Second.ProcessorTime - pair.First.ProcessorTime).TotalMilliseconds / (pair.Second.Runs - pair.First.Runs))],
        lines.Skip(readings[0].Runs).GroupBy(line => line.Cycle).ToDictionary(same => same.Key, same => same.First()));

    private string Scenario(double second) =>
        $$"""
        { "scenarios": [ { "name": "place-order", "baseUrl": "{{shop}}", "schedule": { "cron": "{{second:0}}/{{Cycle.TotalSeconds:0}} * * * * ?", "timeZone": "UTC" }, "causes": "never",
          "steps": [ { "name": "Open the shop", "goto": "/" }, { "name": "Add to cart", "click": "#add-to-cart", "expect": { "text": "1 item" } },
            { "name": "Place order", "click": { "role": "button", "name": "Place order" }, "expect": { "visible": "text=Order confirmed" } } ] } ] }
        """;

    private sealed record Reading(TimeSpan ProcessorTime, int Runs);
}

/// <summary>What the runs of one way took.</summary>
/// <param name="Way">The way.</param>
/// <param name="CpuMs">The worker's processor time for each run, in milliseconds, round by round; <c>null</c> where none ended in it.</param>
/// <param name="Runs">The runs that were measured, by their cycle.</param>
internal sealed record WayCost(StoringWay Way, IReadOnlyList<double?> CpuMs, IReadOnlyDictionary<long, RunLine> Runs);

/// <summary>What a <c>run</c> line tells of its run.</summary>
/// <param name="Cycle">Which cycle it was made in.</param>
/// <param name="DurationMs">What the run itself took, in milliseconds.</param>
/// <param name="SaidAfterMs">From its end until it was kept and said, in milliseconds.</param>
internal sealed record RunLine(long Cycle, double DurationMs, double SaidAfterMs)
{
    /// <summary>Those in a log.</summary>
    public static IReadOnlyList<RunLine> Read(string log) => [.. WorkerLog.Lines(log, "run").Select(Of).OfType<RunLine>()];

    private static RunLine? Of(string line)
    {
        using var json = JsonDocument.Parse(line);
        var run = json.RootElement;
        if (run.GetProperty("status").GetString() == "missed")
            return null;
        var ended = run.GetProperty("startedAt").GetDateTimeOffset().AddMilliseconds(run.GetProperty("durationMs").GetDouble());
        return new RunLine(
            (long)(run.GetProperty("scheduledAt").GetDateTimeOffset().ToUnixTimeMilliseconds() / StoringCosts.Cycle.TotalMilliseconds),
            run.GetProperty("durationMs").GetDouble(),
            (run.GetProperty("timestamp").GetDateTimeOffset() - ended).TotalMilliseconds);
    }
}
