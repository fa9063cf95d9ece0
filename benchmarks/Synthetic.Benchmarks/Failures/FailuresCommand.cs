using Synthetic.Browser.Installing;
using Synthetic.Browser.Pooling;

namespace Synthetic.Benchmarks.Failures;

/// <summary>Goes wrong in each way that there is, and writes down what a person is told.</summary>
internal static class FailuresCommand
{
    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var browser = await new BrowserProvisioning(TimeProvider.System).FindOrInstallAsync(null, false, true, Console.Error.WriteLine, CancellationToken.None);
        await using var pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = browser.Path });
        await using var site = await FailureSite.StartAsync();
        var runner = new FailureRunner(site, pool);
        var outcomes = new List<FailureOutcome>();
        foreach (var one in options.Pick(FailureCases.All, one => one.Name))
        {
            var outcome = await runner.RunAsync(one);
            Console.WriteLine($"{one.Name,-42} {outcome.Kind,-12} {outcome.Message}{(outcome.Wrong() is { Length: > 0 } wrong ? $"\n  WRONG: {wrong}" : "")}");
            outcomes.Add(outcome);
        }
        if (options.Only is null)
        {
            await File.WriteAllTextAsync(options.Out, new FailuresDocument(outcomes, site, $"{runner.Browser} ({browser.Kind})").ToMarkdown());
            Console.WriteLine($"\n{options.Out} is written.");
        }
        return outcomes.Any(outcome => outcome.Wrong().Length > 0) ? 1 : 0;
    }
}
