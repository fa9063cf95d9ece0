using Microsoft.Playwright;
using Synthetic.Benchmarks.Exactness;
using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Benchmarks.Exactness.Site;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Installing;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Scripting;

namespace Synthetic.Benchmarks.Watching;

/// <summary>Measures what a page pays for being watched: each page in pairs of runs, one driven bare and one by us, in turns.</summary>
internal static class WatchingBenchmark
{
    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var browser = await new BrowserProvisioning(TimeProvider.System).FindOrInstallAsync(null, false, true, Console.Error.WriteLine, CancellationToken.None);
        await using var pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = browser.Path });
        await using var site = await MatrixSite.StartAsync(await WebVitals.SourceAsync());
        var pairs = new List<WatchedPair>();
        foreach (var page in options.Pick(WatchedPages.All, page => page.Name))
        {
            for (var round = 0; round < options.Rounds; round++)
            {
                // In turns, so that whatever comes with time, or with being second, falls on both.
                var first = await RunAsync(site, pool, page, watched: round % 2 == 0);
                var second = await RunAsync(site, pool, page, watched: round % 2 != 0);
                var (watched, bare) = round % 2 == 0 ? (first, second) : (second, first);
                pairs.Add(new WatchedPair(page.Name, bare, watched));
                Console.WriteLine($"{page.Name,-20} {bare.Responses[^1],7:0.0} {watched.Responses[^1],7:0.0} {watched.Responses[^1] - bare.Responses[^1],6:0.0}");
            }
        }
        if (options.Only is not null)
        {
            Console.WriteLine(new WatchingTable(pairs, browser.Kind.ToString()).ToMarkdown());
            return 0;
        }
        await File.WriteAllTextAsync(options.Out, new WatchingTable(pairs, browser.Kind.ToString()).ToMarkdown());
        Console.WriteLine($"\n{options.Out} is written.");
        return 0;
    }

    private static async Task<PageTruth> RunAsync(MatrixSite site, BrowserPool pool, MatrixCase page, bool watched)
    {
        var run = Guid.CreateVersion7().ToString("N");
        if (watched)
        {
            var source = new BrowserEvidenceSource(pool, ScriptCatalogue.Of(typeof(WatchingBenchmark).Assembly), TimeProvider.System);
            await source.CollectAsync(CaseRunner.ScenarioOf(site, page, run), null, CancellationToken.None);
        }
        else
        {
            await BareAsync(site, pool, page, run);
        }
        return (await site.TruthAsync(run))[0];
    }

    private static async Task BareAsync(MatrixSite site, BrowserPool pool, MatrixCase page, string run)
    {
        await using var lease = await pool.RentAsync(_ => new() { ViewportSize = new() { Width = 1280, Height = 720 }, Locale = "en-US" }, CancellationToken.None);
        var tab = await lease.Context.NewPageAsync();
        await tab.GotoAsync($"{site.Uri}page/{Uri.EscapeDataString(page.Name)}");
        await tab.ClickAsync("#go");
        // Not for the text: to look for it among 20,000 nodes is work of the page's main thread, which would be taken for the page's own.
        // And then as long as the browser may take to report the last long frame.
        await tab.WaitForFunctionAsync("truth.responses.length > 0 && performance.now() > (window.shownAt ??= performance.now()) + 300", null, new() { PollingInterval = 100 });
        await tab.GotoAsync($"{site.Uri}end?run={run}");
        await ShowsAsync(tab, "told");
    }

    private static Task ShowsAsync(IPage tab, string text) => tab.GetByText(text).Filter(new() { Visible = true }).First.WaitForAsync();
}

/// <summary>One page, driven bare and watched.</summary>
/// <param name="Page">Its name.</param>
/// <param name="Bare">What the page says of the run that was only driven.</param>
/// <param name="Watched">What it says of the run that was watched.</param>
internal sealed record WatchedPair(string Page, PageTruth Bare, PageTruth Watched);
