using Synthetic.Benchmarks.Proof.Overlap;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Installing;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Scripting;
using Synthetic.Core.Proving.Trials;
using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Scenarios;
using Synthetic.Shop;

namespace Synthetic.Benchmarks.Proof;

/// <summary>Proves each fault of the shop, takes it away for real, and writes down how right the proof was.</summary>
internal static class ProofBenchmark
{
    /// <summary>Runs of the shop that is without the fault.</summary>
    private const int RealRuns = 5;

    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var browser = await new BrowserProvisioning(TimeProvider.System).FindOrInstallAsync(null, false, true, Console.Error.WriteLine, CancellationToken.None);
        await using var pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = browser.Path });
        var source = new BrowserEvidenceSource(pool, ScriptCatalogue.Of(typeof(ProofBenchmark).Assembly), TimeProvider.System);
        await using var shop = await ShopHost.StartAsync(new ShopOptions(), CancellationToken.None);
        await using var server = await OverlapServer.StartAsync();
        var overlaps = new OverlapProofs(server, source);
        var (outcomes, overlapping) = (new List<ProofOutcomeRow>(), new List<OverlapOutcome>());
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var what in options.Pick(ProofCase.All, what => what.Faults))
                outcomes.Add(await ProveAsync(what, shop, source, options));
            foreach (var what in options.Pick(OverlapCase.All, what => what.Name))
            {
                var outcome = await overlaps.RunAsync(what);
                Console.WriteLine(outcome?.ToLine() ?? $"{what.Name}: left out, the host stayed noisy");
                if (outcome is null)
                    continue;
                overlapping.Add(outcome);
                await KeepAsync(outcome.Record, what.Name, options);
            }
        }
        foreach (var same in overlapping.GroupBy(o => o.Case.Name))
            Console.WriteLine($"{same.Key}: inside {same.Count(o => o.IsInside)} of {same.Count()}");
        if (options.Only is not null)
            return 0;
        await new ProofTable(outcomes, overlapping, $"{outcomes[0].Record.Evidence?.Browser} ({browser.Kind})").WriteAsync(options.Out);
        Console.WriteLine($"\n{options.Out} is written.");
        return 0;
    }

    private static async Task<ProofOutcomeRow> ProveAsync(ProofCase what, ShopHost shop, BrowserEvidenceSource source, BenchmarkOptions options)
    {
        var runner = new ScenarioRunner(source, TimeProvider.System, "benchmark");
        var scenario = PlaceOrder(shop.BaseUri);
        Task<RunRecord> RunAsync() => runner.RunAsync(scenario, RunSlot.Manual, null, CancellationToken.None);

        shop.SetFaults(Parse(what.Faults));
        await RunAsync();
        var ordersBefore = await shop.CountOrdersAsync(CancellationToken.None);
        var record = await RunAsync();
        // The time limit of a run by hand is for people who wait; here every arm gets all of its runs.
        var proven = await new Prover(source, TimeProvider.System).ProveAsync(
            scenario, record, new ProofPlan { Time = TimeSpan.FromMinutes(3) }, null, CancellationToken.None);
        var orders = await shop.CountOrdersAsync(CancellationToken.None) - ordersBefore;
        shop.SetFaults(Parse(what.Without));
        await RunAsync();
        var real = new List<StepResult>();
        while (real.Count < RealRuns)
        {
            var run = await RunAsync();
            if (run is { Failure: null, Host.Verdict: not HostState.Noisy })
                real.Add(run.Steps[^1]);
        }
        var outcome = new ProofOutcomeRow(what, proven, orders, [.. ProofRow.Of(what, proven, real)]);
        Console.WriteLine(outcome.ToLine());
        await KeepAsync(proven, what.Faults, options);
        return outcome;
    }

    private static async Task KeepAsync(RunRecord record, string name, BenchmarkOptions options)
    {
        if (options.Records is not { } folder)
            return;
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.{record.RunId}.json"), RunJson.Write(record));
    }

    private static FaultSet Parse(string pairs) => FaultSet.TryParse(pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries), out var faults, out var error)
        ? faults
        : throw new InvalidOperationException(error);

    private static Scenario PlaceOrder(Uri shop)
    {
        var declared = DeclaredPlaceOrder.At(shop);
        return declared with { Proof = new ProofRule(100, false), Steps = [.. declared.Steps.Select(step => step with { Budgets = [] })] };
    }
}
