using System.Globalization;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Installing;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Scripting;
using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Shop;

namespace Synthetic.Benchmarks.Proof;

/// <summary>Proves each fault of the shop, takes it away for real, and writes down how right the proof was.</summary>
internal static class ProofBenchmark
{
    /// <summary>Runs of the shop that is without the fault.</summary>
    private const int RealRuns = 5;

    public static async Task<int> RunAsync(ProofOptions options)
    {
        var browser = await new BrowserProvisioning(TimeProvider.System).FindOrInstallAsync(null, false, true, Console.Error.WriteLine, CancellationToken.None);
        await using var pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = browser.Path });
        var source = new BrowserEvidenceSource(pool, ScriptCatalogue.Of(typeof(ProofBenchmark).Assembly), TimeProvider.System);
        await using var shop = await ShopHost.StartAsync(new ShopOptions(), CancellationToken.None);
        var outcomes = new List<ProofOutcomeRow>();
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var what in ProofCase.All.Where(c => options.Only is null || c.Faults.Contains(options.Only, StringComparison.Ordinal)))
                outcomes.Add(await ProveAsync(what, shop, source, options));
        }
        if (options.Only is not null)
            return 0;
        await new ProofTable(outcomes, $"{outcomes[0].Record.Evidence?.Browser} ({browser.Kind})").WriteAsync(options.Out);
        Console.WriteLine($"\n{options.Out} is written.");
        return 0;
    }

    private static async Task<ProofOutcomeRow> ProveAsync(ProofCase what, ShopHost shop, BrowserEvidenceSource source, ProofOptions options)
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
        if (options.Records is { } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{what.Faults}.{proven.RunId}.json"), RunJson.Write(proven));
        }
        return outcome;
    }

    private static FaultSet Parse(string pairs) => FaultSet.TryParse(pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries), out var faults, out var error)
        ? faults
        : throw new InvalidOperationException(error);

    private static Scenario PlaceOrder(Uri shop) => new()
    {
        Name = "place-order",
        BaseUrl = shop,
        Timeout = TimeSpan.FromSeconds(10),
        Proof = new ProofRule(100, false),
        Steps =
        [
            new Step { Index = 0, Name = "Open the shop", Action = StepAction.Goto, Values = ["/"] },
            new Step
            {
                Index = 1,
                Name = "Add to cart",
                Action = StepAction.Click,
                Target = new Locator(LocatorKind.Selector, "#add-to-cart"),
                Expect = new Expectation { Text = "1 item" },
            },
            new Step
            {
                Index = 2,
                Name = "Place order",
                Action = StepAction.Click,
                Target = new Locator(LocatorKind.Selector, "#place-order"),
                Expect = new Expectation { Visible = new Locator(LocatorKind.Selector, "text=Order confirmed") },
            },
        ],
    };
}

/// <summary>A proof and how right it was.</summary>
/// <param name="Case">What was taken away.</param>
/// <param name="Record">The proven run.</param>
/// <param name="Orders">Orders that the run and its proof placed.</param>
/// <param name="Rows">Its windows.</param>
internal sealed record ProofOutcomeRow(ProofCase Case, RunRecord Record, int Orders, IReadOnlyList<ProofRow> Rows)
{
    /// <summary>Orders that must have been placed: by the run itself, the recording, and each baseline run.</summary>
    public int OrdersNeeded => Record.Proof is not { } proof ? 1 : 2 + proof.Arms.Where(a => a.Name == "baseline").Sum(a => a.Runs + a.Noisy);

    public IEnumerable<ProofOutcome> Verdicts => Record.Proof?.Verdicts.Select(v => v.Outcome) ?? [];

    public string ToLine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Case.Faults,-26} {string.Join("   ", Rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Window} {r.Now:0} → {r.Predicted:0} [{r.Low:0}, {r.High:0}], really {r.Real:0}{(r.IsInside ? "" : " OUTSIDE")}")))}  {string.Join(' ', Verdicts)}  orders {Orders}/{OrdersNeeded} {string.Join("; ", Record.Proof?.Limits ?? ["no proof"])}");
}
