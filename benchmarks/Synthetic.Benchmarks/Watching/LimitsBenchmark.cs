using Synthetic.Benchmarks.Exactness;
using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Benchmarks.Exactness.Site;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Installing;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Scripting;
using Synthetic.Core.Running;

namespace Synthetic.Benchmarks.Watching;

/// <summary>Measures what pages with far more of something than most have pay for being watched, in and beside the response, and what is kept of them.</summary>
internal sealed class LimitsBenchmark(MatrixSite site, BrowserPool pool)
{
    private readonly ScenarioRunner _runner =
        new(new BrowserEvidenceSource(pool, ScriptCatalogue.Of(typeof(LimitsBenchmark).Assembly), TimeProvider.System), TimeProvider.System, "benchmark");

    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var browser = await new BrowserProvisioning(TimeProvider.System).FindOrInstallAsync(null, false, true, Console.Error.WriteLine, CancellationToken.None);
        await using var pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = browser.Path });
        await using var site = await MatrixSite.StartAsync(await WebVitals.SourceAsync());
        var benchmark = new LimitsBenchmark(site, pool);
        var pairs = new List<LimitPair>();
        foreach (var page in options.Pick(LimitPages.All, page => page.Name))
        {
            for (var round = 0; round < options.Rounds; round++)
                pairs.Add(await benchmark.PairAsync(page, round));
        }
        var text = new LimitsTable(pairs, browser.Kind.ToString()).ToMarkdown();
        if (options.Only is null)
            await File.WriteAllTextAsync(options.Out, text);
        Console.WriteLine(options.Only is null ? $"\n{options.Out} is written." : text);
        return 0;
    }

    private async Task<LimitPair> PairAsync(MatrixCase page, int round)
    {
        // In turns, so that whatever comes with time, or with being second, falls on both.
        var watchedFirst = round % 2 == 0;
        var first = watchedFirst ? await WatchedAsync(page) : await BareAsync(page);
        var second = watchedFirst ? await BareAsync(page) : await WatchedAsync(page);
        var pair = watchedFirst ? new LimitPair(page.Name, second, first) : new LimitPair(page.Name, first, second);
        Console.WriteLine($"{page.Name,-32} response {pair.Bare.ResponseMs,7:0.0} {pair.Watched.ResponseMs,7:0.0}   beside {pair.Bare.BesideMs,7:0.0} {pair.Watched.BesideMs,7:0.0}   whole {pair.Bare.WholeMs,7:0.0} {pair.Watched.WholeMs,7:0.0}");
        return pair;
    }

    private async Task<LimitRun> WatchedAsync(MatrixCase page)
    {
        var run = Guid.CreateVersion7().ToString("N");
        var steps = new StepTimes();
        var began = TimeProvider.System.GetTimestamp();
        var record = await _runner.RunAsync(CaseRunner.ScenarioOf(site, page, run), RunSlot.Manual, steps, CancellationToken.None);
        var whole = Since(began);
        return new LimitRun((await site.TruthAsync(run))[0], steps.Of(0), steps.Of(1), whole) { Record = record };
    }

    private async Task<LimitRun> BareAsync(MatrixCase page)
    {
        var run = Guid.CreateVersion7().ToString("N");
        var began = TimeProvider.System.GetTimestamp();
        double load, click;
        await using (var lease = await pool.RentAsync(_ => new() { ViewportSize = new() { Width = 1280, Height = 720 }, Locale = "en-US" }, CancellationToken.None))
        {
            var tab = await lease.Context.NewPageAsync();
            var from = TimeProvider.System.GetTimestamp();
            await tab.GotoAsync($"{site.Uri}page/{Uri.EscapeDataString(page.Name)}");
            load = Since(from);
            from = TimeProvider.System.GetTimestamp();
            // Not looked for: that is work of the page's main thread, which would be taken for the page's own.
            await tab.RunAndWaitForConsoleMessageAsync(() => tab.ClickAsync("#go"), new() { Predicate = message => message.Text == LimitPages.Over });
            click = Since(from);
            await tab.GotoAsync($"{site.Uri}end?run={run}");
            await tab.GetByText("told").Filter(new() { Visible = true }).First.WaitForAsync();
        }
        return new LimitRun((await site.TruthAsync(run))[0], load, click, Since(began));
    }

    private static double Since(long from) => TimeProvider.System.GetElapsedTime(from).TotalMilliseconds;

    /// <summary>How long each step took, with all that comes before and after its action.</summary>
    private sealed class StepTimes : IProgress<StepProgress>
    {
        private readonly Dictionary<int, long> _begun = [];
        private readonly Dictionary<int, double> _took = [];

        public double Of(int index) => _took[index];

        public void Report(StepProgress value)
        {
            if (value.Status is null)
                _begun[value.Index] = TimeProvider.System.GetTimestamp();
            else
                _took[value.Index] = Since(_begun[value.Index]);
        }
    }
}
