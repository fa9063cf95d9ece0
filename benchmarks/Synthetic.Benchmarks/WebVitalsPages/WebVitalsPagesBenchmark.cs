using Synthetic.Benchmarks.WebVitalsPages.Visits;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Installing;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Scripting;
using Synthetic.Core.Records;
using Synthetic.Core.Running;

namespace Synthetic.Benchmarks.WebVitalsPages;

/// <summary>Visits the library's own test pages, and writes down every value of ours next to the one that the library gave in the same page.</summary>
internal static class WebVitalsPagesBenchmark
{
    /// <param name="options">How to run it.</param>
    /// <param name="given">A checkout of the library's repository; <c>null</c> to clone it.</param>
    /// <returns>1 where the pages are not there, where a run failed, or where a value differs and nothing explains it.</returns>
    public static async Task<int> RunAsync(BenchmarkOptions options, string? given)
    {
        PagesCheckout checkout;
        try
        {
            checkout = await PagesCheckout.PrepareAsync(given);
        }
        catch (IOException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return 1;
        }
        var browser = await new BrowserProvisioning(TimeProvider.System).FindOrInstallAsync(null, false, true, Console.Error.WriteLine, CancellationToken.None);
        await using var pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = browser.Path });
        await using var server = await PagesServer.StartAsync(checkout.Folder);
        var source = new BrowserEvidenceSource(pool, ScriptCatalogue.Of(typeof(WebVitalsPagesBenchmark).Assembly), TimeProvider.System);
        var runner = new ScenarioRunner(source, TimeProvider.System, "benchmark");
        var outcomes = new List<VisitOutcome>();
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var visit in options.Pick(PageVisits.All, visit => visit.Name))
                outcomes.Add(await VisitAsync(visit, server, runner, options));
        }
        if (options.Only is null)
        {
            await File.WriteAllTextAsync(options.Out, new PagesTable(outcomes, checkout, browser.Kind.ToString()).ToMarkdown());
            Console.WriteLine($"\n{options.Out} is written.");
        }
        return outcomes.Any(o => o.Wrongs().Any()) ? 1 : 0;
    }

    private static async Task<VisitOutcome> VisitAsync(PageVisit visit, PagesServer server, ScenarioRunner runner, BenchmarkOptions options)
    {
        server.Clear();
        var record = await runner.RunAsync(visit.Scenario(server.Uri), RunSlot.Manual, null, CancellationToken.None);
        // The last page is where the visit ends.
        var accounts = await server.AccountsAsync(record.Pages.Count(page => page.Navigation == "hard") - 1);
        var outcome = VisitOutcome.Of(visit, record, accounts);
        var wrongs = outcome.Wrongs().ToArray();
        Console.WriteLine($"{visit.Name,-80} {outcome.Vitals.Count(v => v.Told),3}  {string.Join("; ", wrongs)}");
        if (options.Records is { } folder && (options.Only is not null || wrongs.Length > 0))
        {
            Directory.CreateDirectory(folder);
            var name = string.Concat(visit.Name.Select(c => char.IsLetterOrDigit(c) ? c : ' '));
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.{record.RunId}.json"), RunJson.Write(record));
        }
        return outcome;
    }
}
