using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Results;

namespace Synthetic.Benchmarks.Kills;

/// <summary>Kills a worker on a fast schedule at random moments, and counts what became of its slots and alerts.</summary>
/// <param name="program">The path of <c>synthetic.dll</c>.</param>
/// <param name="address">The store, as <c>--store</c> takes it.</param>
/// <param name="folder">Where its files go.</param>
public sealed class KillRun(string program, string address, string folder)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>The longest life of a worker that may be killed while it starts.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(7);

    /// <summary>The longest life of one that is left alone until it has started: some slots, however long a busy machine takes to get there.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Names = ["one", "two"];

    /// <summary>Starts and kills.</summary>
    /// <param name="kills">How often.</param>
    /// <param name="seed">Decides when.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<KillOutcome> RunAsync(int kills, int seed, CancellationToken ct)
    {
        await using var receiver = await AlertReceiver.StartAsync();
        var config = Path.Combine(folder, "scenarios.json");
        await File.WriteAllTextAsync(config, Scenarios(receiver.Address), ct);
        var random = new Random(seed);
        var lines = Path.Combine(folder, "worker.log");
        for (var n = 0; n < kills; n++)
        {
            var before = File.Exists(lines) ? new FileInfo(lines).Length : 0;
            using var worker = Start(lines, config);
            // In turns: at any moment, and at any moment of its work.
            var works = n % 2 == 1;
            while (works && WorkerLog.Lines(lines, "worker.started", before).Count == 0)
                await Task.Delay(Look, TimeProvider.System, ct);
            await Task.Delay(random.NextDouble() * (works ? LongestWork : LongestLife), TimeProvider.System, ct);
            await worker.KillAsync();
        }
        using var last = Start(lines, config);
        await using var store = await ResultStore.OpenAsync(StoreAddress.Parse(address, out _)!, "looking on", TimeProvider.System, ct);
        await SettledAsync(store, ct);
        var exitCode = await last.StopAsync();
        return KillOutcome.Of(await KeptRuns.AllAsync(store, ct), receiver.Deliveries, Every, exitCode);
    }

    private WorkerProcess Start(string lines, string config) =>
        WorkerProcess.Start(program, lines, "--config", config, "--store", address, "--waiting", Path.Combine(folder, "waiting"), "--grace", "5s");

    /// <summary>Every second run fails, and the one after it does not: of the alerts, a lost one leaves two alike in a row.</summary>
    private static string Scenarios(string site) =>
        $$"""
        { "scenarios": [ {{string.Join(", ", Names.Select(name => $$"""
          { "name": "{{name}}", "baseUrl": "{{site}}", "schedule": { "every": "{{Every.TotalSeconds}}s" },
            "alerts": { "failures": 1, "of": 1, "recoveries": 1, "calm": false, "notify": ["ops"], "notifyMonitor": [] }, "steps": [ { "goto": "/{{name}}" } ] }
          """))}} ],
          "notifiers": { "ops": { "type": "webhook", "url": "{{site}}/alerts" } } }
        """;

    /// <summary>Waits until the last worker has had the time to close what the others left open, and two slots after that.</summary>
    private static async Task SettledAsync(ResultStore store, CancellationToken ct)
    {
        await Task.Delay(IStoreUpkeep.Silence + (2 * IStoreUpkeep.Beat) + (2 * Every), TimeProvider.System, ct);
        if ((await store.History.RunsAsync(new RunQuery { Limit = 1 }, ct)).Count == 0)
            throw new InvalidOperationException("nothing was run");
    }
}

/// <summary>What became of the slots and alerts.</summary>
/// <param name="Slots">How many slots the schedule had.</param>
/// <param name="ByStatus">How their records ended.</param>
/// <param name="WithoutRecord">Slots that have none.</param>
/// <param name="WithSeveral">Slots that have more than one.</param>
/// <param name="Alerts">Alerts delivered, each counted once.</param>
/// <param name="DeliveredAgain">Deliveries of one that had been delivered.</param>
/// <param name="Lost">Alerts that are missing in between, or came out of order.</param>
/// <param name="ForTwo">Keys that came with two fingerprints.</param>
/// <param name="ExitCode">How the last worker ended.</param>
public sealed record KillOutcome(
    int Slots, IReadOnlyDictionary<RunStatus, int> ByStatus, int WithoutRecord, int WithSeveral,
    int Alerts, int DeliveredAgain, int Lost, int ForTwo, int ExitCode)
{
    /// <summary>All that is not as promised; empty where nothing is.</summary>
    public IReadOnlyList<string> Wrongs() =>
    [
        .. new (string What, int Count)[]
        {
            ("slots without a record", WithoutRecord), ("slots with several records", WithSeveral), ("alerts lost or out of order", Lost),
            ("alerts for two fingerprints", ForTwo), ("is the exit code of the last worker", ExitCode),
        }.Where(one => one.Count != 0).Select(one => $"{one.Count} {one.What}"),
    ];

    internal static KillOutcome Of(IReadOnlyList<RunSummary> runs, IReadOnlyList<Delivery> deliveries, TimeSpan every, int exitCode)
    {
        var slots = runs.GroupBy(run => run.Scenario).ToDictionary(same => same.Key, same => same.GroupBy(run => run.ScheduledAt!.Value).OrderBy(slot => slot.Key).ToArray());
        var planned = slots.Values.Sum(of => (int)Math.Round((of[^1].Key - of[0].Key) / every) + 1);
        var fingerprints = deliveries.GroupBy(one => one.Fingerprint).Select(of => of.DistinctBy(one => one.Key).Select(one => one.State).ToArray()).ToArray();
        return new KillOutcome(
            planned,
            runs.GroupBy(run => run.Status).ToDictionary(same => same.Key, same => same.Count()),
            planned - slots.Values.Sum(of => of.Length),
            slots.Values.Sum(of => of.Count(slot => slot.Count() > 1)),
            deliveries.DistinctBy(one => one.Key).Count(),
            deliveries.Count - deliveries.DistinctBy(one => one.Key).Count(),
            fingerprints.Sum(states => states.Prepend("resolved").Zip(states).Count(pair => pair.First == pair.Second)),
            deliveries.GroupBy(one => one.Key).Count(same => same.Select(one => one.Fingerprint).Distinct().Count() > 1),
            exitCode);
    }
}
