using System.CommandLine;
using Synthetic.Benchmarks.Performance;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Installing;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Scripting;
using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Scenarios;
using Synthetic.Shop;

namespace Synthetic.Benchmarks.Scaling;

/// <summary><c>scale</c>: how costs grow, of scenarios, of evidence, of alerts, of kept runs.</summary>
internal static class ScaleCommand
{
    public static Command Build()
    {
        var runs = new Option<int>("--runs") { HelpName = "N", Description = "How many runs the store is filled with", DefaultValueFactory = _ => 100_000 };
        var scenarios = new Option<int>("--scenarios") { HelpName = "N", Description = "The most scenarios", DefaultValueFactory = _ => 10_000 };
        var seconds = new Option<int>("--seconds") { HelpName = "N", Description = "How long each worker is watched", DefaultValueFactory = _ => 65 };
        return BenchmarkCommand.Build(
            "scale", "Grows what a worker has to do, and looks at what it takes; --only schedule, diagnosis or store.", rounds: 3, "docs/scale.md", [runs, scenarios, seconds],
            (options, parsed) => RunAsync(options, parsed.GetValue(runs), parsed.GetValue(scenarios), TimeSpan.FromSeconds(parsed.GetValue(seconds))));
    }

    private static async Task<int> RunAsync(BenchmarkOptions options, int runs, int scenarios, TimeSpan time)
    {
        bool Wants(string part) => options.Only is null || options.Only == part;
        var folder = Directory.CreateTempSubdirectory("synthetic-scale").FullName;
        var real = Wants("diagnosis") || Wants("store") ? await RealAsync() : null;
        var store = new StoreScale(real!, folder);
        if (Wants("store"))
            await store.FillAsync(runs);
        var document = new ScaleDocument
        {
            Schedule = Wants("schedule") ? await ScheduleAsync(scenarios, time) : [],
            Diagnosis = Wants("diagnosis") ? DiagnosisScale.Diagnosis(options.Rounds) : [],
            TypicalMs = Wants("diagnosis") ? DiagnosisScale.Typical(real!) : null,
            Alerts = Wants("diagnosis") ? DiagnosisScale.Alerts(options.Rounds) : null,
            Store = store.Curves,
        };
        Console.WriteLine(document.ToMarkdown());
        if (options.Only is null)
            await document.WriteAsync(options.Out);
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<IReadOnlyList<ScheduleScale>> ScheduleAsync(int most, TimeSpan time)
    {
        if (ProcessGroup.Missing is { } missing)
        {
            Console.Error.WriteLine(missing);
            return [];
        }
        var all = new List<ScheduleScale>();
        foreach (var scenarios in new[] { 10, most / 100, most / 10, most }.Where(count => count > 0).Distinct().Order())
        {
            all.Add(await ScheduleScale.OfAsync(scenarios, time));
            Console.WriteLine($"{scenarios,6} scenarios: started in {all[^1].StartMs:0} ms, {all[^1].MemoryBytes >> 20} MiB, {all[^1].LagMs.Count} runs, lag {all[^1].Percentile(0.5):0} / {all[^1].Percentile(0.99):0} ms, {all[^1].Missed} missed");
        }
        return all;
    }

    /// <summary>One real run of the shop.</summary>
    public static async Task<RunRecord> RealAsync()
    {
        var browser = await new BrowserProvisioning(TimeProvider.System).FindOrInstallAsync(null, false, true, Console.Error.WriteLine, CancellationToken.None);
        await using var shop = await ShopHost.StartAsync(new ShopOptions { Faults = FaultSet.None with { DbMs = 200 } }, CancellationToken.None);
        await using var pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = browser.Path });
        var runner = new ScenarioRunner(new BrowserEvidenceSource(pool, ScriptCatalogue.Of(typeof(ScaleCommand).Assembly), TimeProvider.System), TimeProvider.System, "local");
        return await runner.RunAsync(DeclaredPlaceOrder.At(shop.BaseUri), RunSlot.Manual, null, CancellationToken.None);
    }
}
