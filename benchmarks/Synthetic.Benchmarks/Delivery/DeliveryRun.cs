using Synthetic.Benchmarks.Kills;
using Synthetic.Results;

namespace Synthetic.Benchmarks.Delivery;

/// <summary>A worker on a fast schedule whose every run is an alert, and a receiver in trouble.</summary>
/// <param name="program">The path of <c>synthetic.dll</c>.</param>
/// <param name="folder">Where its files go.</param>
public sealed class DeliveryRun(string program, string folder)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly string[] Names = ["one", "two", "three"];

    /// <summary>Every trouble there is, again and again.</summary>
    public static IEnumerable<Trouble> Endless()
    {
        while (true)
        {
            foreach (var trouble in Once)
                yield return trouble;
        }
    }

    /// <summary>Every trouble there is.</summary>
    public static IReadOnlyList<Trouble> Once { get; } = [.. Enum.GetValues<Trouble>().Where(trouble => trouble != Trouble.None)];

    /// <summary>Runs it until all its alerts have been delivered.</summary>
    /// <param name="troubles">What becomes of the requests to the receiver, in order; it is well after the last.</param>
    /// <param name="slots">How many slots each page is watched for before receiver and pages recover.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<DeliveryOutcome> RunAsync(IEnumerable<Trouble> troubles, int slots, CancellationToken ct)
    {
        await using var receiver = await TroubledReceiver.StartAsync(troubles);
        var config = Path.Combine(folder, "scenarios.json");
        await File.WriteAllTextAsync(config, Scenarios(receiver.Address), ct);
        var address = $"sqlite:{Path.Combine(folder, "results.db")}";
        var lines = Path.Combine(folder, "worker.log");
        using var worker = WorkerProcess.Start(program, lines, "--config", config, "--store", address);
        try
        {
            await AskedAsync(receiver, slots, ct);
            receiver.Recover();
            receiver.PagesFail = false;
            // The run under way may have seen a page that failed; the one after it has not.
            await AskedAsync(receiver, 2, ct);
            while (!DeliveryOutcome.AllTaken(SaidAlert.Read(lines), receiver.Attempts))
                await receiver.NextAsync(ct);
        }
        catch
        {
            await worker.KillAsync();
            throw;
        }
        var exitCode = await worker.StopAsync();
        await using var store = await ResultStore.OpenAsync(StoreAddress.Parse(address, out _)!, "looking on", TimeProvider.System, ct);
        return DeliveryOutcome.Of(lines, receiver.Attempts, receiver.TooEarly, await KeptRuns.AllAsync(store, ct), Every, exitCode);
    }

    /// <summary>Waits until each page has been asked for so many times more.</summary>
    private static async Task AskedAsync(TroubledReceiver receiver, int times, CancellationToken ct)
    {
        var until = Names.ToDictionary(name => name, name => receiver.Asked(name) + times);
        while (until.Any(one => receiver.Asked(one.Key) < one.Value))
            await receiver.NextAsync(ct);
    }

    private static string Scenarios(string site) =>
        $$"""
        { "scenarios": [ {{string.Join(", ", Names.Select(name => $$"""
          { "name": "{{name}}", "baseUrl": "{{site}}", "schedule": { "every": "{{Every.TotalSeconds}}s" },
            "alerts": { "failures": 1, "of": 1, "recoveries": 1, "notify": ["ops"] }, "steps": [ { "goto": "/{{name}}" } ] }
          """))}} ],
          "notifiers": { "ops": { "type": "webhook", "url": "{{site}}/alerts" } } }
        """;
}
