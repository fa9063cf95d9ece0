using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Benchmarks.Exactness.Site;
using Synthetic.Browser.Installing;
using Synthetic.Browser.Pooling;
using Synthetic.Core.Records;

namespace Synthetic.Benchmarks.Exactness;

/// <summary>Runs every page of the matrix several times, and writes down how far off we were.</summary>
internal static class ExactnessBenchmark
{
    /// <summary>Further runs of clicks whose page is gone before it can report them.</summary>
    private const int FastNavigations = 200;

    /// <summary>Runs beside busy programs: as many as those may last.</summary>
    private const int LoadedRuns = 20;

    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var browser = await new BrowserProvisioning(TimeProvider.System).FindOrInstallAsync(null, false, true, Console.Error.WriteLine, CancellationToken.None);
        await using var pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = browser.Path });
        await using var site = await MatrixSite.StartAsync(await WebVitals.SourceAsync(), await FrameworkBundles.FolderAsync());
        var runner = new CaseRunner(site, pool);
        if (FrameworkBundles.Missing is { } why)
            Console.Error.WriteLine($"Pages made with frameworks are left out: {why}");
        var pages = (options.Only is null ? MatrixCases.All : MatrixCases.All.Concat(MatrixCases.Open))
            .Where(CanRun);
        var outcomes = new List<Outcome>();
        // Round by round, so that a slow minute of the machine does not fall on one page alone.
        for (var i = 0; i < options.Rounds; i++)
        {
            foreach (var page in options.Pick(pages, page => page.Name))
                outcomes.Add(await RunOneAsync(runner, page, options));
        }
        if (options.Only is not null)
        {
            var culprits = outcomes.SelectMany(o => o.Culprits).ToArray();
            Console.WriteLine($"\nculprits right: {culprits.Count(c => c.Right)} of {culprits.Length}, in {outcomes.Count(o => !o.Wrongs().Any())} of {outcomes.Count} runs nothing wrong");
            return 0;
        }
        var navigations = new List<Outcome>();
        for (var i = 0; i < FastNavigations; i++)
            navigations.Add(await runner.RunAsync(MatrixCases.Named(NavigationCases.Fastest)));
        var open = new List<Outcome>();
        foreach (var page in MatrixCases.Open.Where(CanRun))
            open.Add(await RunOneAsync(runner, page, options));
        var load = await UnderLoad.MeasureAsync(runner, LoadedRuns, options.Pick(pages, page => page.Name));
        var report = new ExactnessReport(outcomes, navigations, open, load, browser.Kind.ToString());
        await File.WriteAllTextAsync(options.Out, report.ToMarkdown());
        Console.WriteLine($"\n{options.Out} is written.");
        return 0;
    }

    private static bool CanRun(MatrixCase page) =>
        (!page.OnLinuxOnly || OperatingSystem.IsLinux()) && (!page.FromNpm || FrameworkBundles.Missing is null);

    private static async Task<Outcome> RunOneAsync(CaseRunner runner, MatrixCase page, BenchmarkOptions options)
    {
        var outcome = await runner.RunAsync(page);
        var wrong = outcome.Wrongs().ToArray();
        Console.WriteLine($"{page.Name,-50} {outcome.ResponseMs,7:0.0} {outcome.TrueResponseMs,7:0.0} {outcome.ResponseError,6:0.0} {outcome.ResponseMs - outcome.PresentedMs,6:0.0}  {string.Join("; ", wrong)}");
        if (options.Records is { } folder && (options.Only is not null || wrong.Length > 0 || Math.Abs(outcome.ResponseError ?? 0) > 16))
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{page.Name.Replace('/', ' ')}.{outcome.Record.RunId}.json"), RunJson.Write(outcome.Record));
        }
        return outcome;
    }
}
