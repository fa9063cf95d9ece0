using System.Globalization;
using System.Text;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Installing;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Scripting;
using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.Tracing;

/// <summary>Measures what a request pays for carrying a trace context, in each way that one can be given to it.</summary>
internal static class TracingBenchmark
{
    private static readonly string[] Ways = ["watched, none", "watched, ours", "bare, none", "bare, extra headers", "bare, the driver's routes"];

    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var browser = await new BrowserProvisioning(TimeProvider.System).FindOrInstallAsync(null, false, true, Console.Error.WriteLine, CancellationToken.None);
        await using var pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = browser.Path });
        await using var site = await FetchingSite.StartAsync();
        var times = Ways.ToDictionary(way => way, _ => new List<double>());
        // The first visit starts the browser.
        await VisitAsync(site, pool, Ways[0]);
        for (var round = 0; round < options.Rounds; round++)
        {
            // In turns and in both directions, so that whatever comes with time falls on all.
            foreach (var way in options.Pick(round % 2 == 0 ? Ways : Ways.Reverse(), way => way))
                times[way].AddRange(await VisitAsync(site, pool, way));
        }
        var table = new StringBuilder("| way | fetches | median (ms) | 90 % (ms) |\n|---|--:|--:|--:|\n");
        foreach (var way in Ways.Where(way => times[way].Count > 0))
            table.Append(CultureInfo.InvariantCulture, $"| {way} | {times[way].Count} | {At(times[way], 0.5):0.0} | {At(times[way], 0.9):0.0} |\n");
        Console.WriteLine(table);
        return 0;
    }

    private static async Task<double[]> VisitAsync(FetchingSite site, BrowserPool pool, string way)
    {
        var run = Guid.CreateVersion7().ToString("N");
        if (way.StartsWith("watched", StringComparison.Ordinal))
            await WatchedAsync(site, pool, run, traces: way == "watched, ours");
        else
            await BareAsync(site, pool, run, way);
        return site.Of(run);
    }

    private static async Task WatchedAsync(FetchingSite site, BrowserPool pool, string run, bool traces)
    {
        var source = new BrowserEvidenceSource(pool, ScriptCatalogue.Of(typeof(TracingBenchmark).Assembly), TimeProvider.System, traces);
        await source.CollectAsync(
            new Scenario
            {
                Name = "fetching",
                BaseUrl = site.Uri,
                Steps = [new Step { Index = 0, Name = "Fetch", Action = StepAction.Goto, Values = [$"/?run={run}"], Expect = new Expectation { Text = "told" } }],
            },
            null, CancellationToken.None);
    }

    private static async Task BareAsync(FetchingSite site, BrowserPool pool, string run, string way)
    {
        const string Header = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        await using var lease = await pool.RentAsync(_ => new(), CancellationToken.None);
        var tab = await lease.Context.NewPageAsync();
        if (way == "bare, extra headers")
            await lease.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["traceparent"] = Header });
        else if (way == "bare, the driver's routes")
            await lease.Context.RouteAsync($"{site.Uri}**", route => route.ContinueAsync(new() { Headers = route.Request.Headers.Append(new("traceparent", Header)) }));
        await tab.GotoAsync($"{site.Uri}?run={run}");
        await tab.GetByText("told").WaitForAsync();
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * (times.Count - 1)));
}
