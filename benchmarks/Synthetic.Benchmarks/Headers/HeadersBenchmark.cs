using Synthetic.Benchmarks.Exactness;
using Synthetic.Benchmarks.Exactness.Site;
using Synthetic.Browser.Installing;
using Synthetic.Browser.Pooling;
using Synthetic.Core.Records;

namespace Synthetic.Benchmarks.Headers;

/// <summary>Answers a click on a real page with each header, and writes down what was made of it.</summary>
internal static class HeadersBenchmark
{
    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var browser = await new BrowserProvisioning(TimeProvider.System).FindOrInstallAsync(null, false, true, Console.Error.WriteLine, CancellationToken.None);
        await using var pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = browser.Path });
        await using var site = await MatrixSite.StartAsync(null);
        var runner = new CaseRunner(site, pool);
        var outcomes = new List<SentHeaderOutcome>();
        string? version = null;
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var sent in options.Pick(SentHeaders.All, sent => sent.System))
            {
                var run = await runner.RunAsync(sent.Page);
                version ??= run.Record.Evidence?.Browser;
                var outcome = SentHeaderOutcome.Of(sent, run);
                Console.WriteLine($"{sent.System,-36} {outcome.Said,-50} {string.Join("; ", outcome.Wrongs())}");
                outcomes.Add(outcome);
                await KeepAsync(run.Record, outcome, options);
            }
        }
        if (options.Only is not null)
            return 0;
        await File.WriteAllTextAsync(options.Out, new HeadersTable(outcomes, $"{version} ({browser.Kind})").ToMarkdown());
        Console.WriteLine($"\n{options.Out} is written.");
        return 0;
    }

    private static async Task KeepAsync(RunRecord record, SentHeaderOutcome outcome, BenchmarkOptions options)
    {
        if (options.Records is not { } folder || (options.Only is null && outcome.Wrongs().Count == 0))
            return;
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{outcome.Header.System.Replace('/', ' ')}.{record.RunId}.json"), RunJson.Write(record));
    }
}
