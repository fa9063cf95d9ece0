using System.CommandLine;
using Synthetic.Core.Evidence;
using Synthetic.Core.Running;
using Synthetic.Core.ScenarioFiles;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Cli.Scenarios;
using Synthetic.Worker.Hosting;
using Synthetic.Worker.Logging;

namespace Synthetic.Benchmarks.Scaling;

/// <summary>The worker as it is, with runs that do nothing: a process of its own, started by the benchmark.</summary>
internal static class IdleWorker
{
    /// <summary>The hidden command.</summary>
    public const string Argument = "idle-worker";

    public static Command Build()
    {
        var scenarios = new Argument<int>("SCENARIOS");
        var every = new Argument<int>("SECONDS");
        var command = new Command(Argument) { scenarios, every };
        command.Hidden = true;
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(scenarios), TimeSpan.FromSeconds(parsed.GetValue(every)), ct));
        return command;
    }

    private static Task<int> RunAsync(int count, TimeSpan every, CancellationToken ct)
    {
        var settings = new WorkerSettings { LogFormat = LogFormat.Json, Store = null, Urls = null };
        // Read as from a file: that is part of a worker's start.
        var file = ScenarioFile.Read(FileOf(count, every), KnownScripts.Vocabulary(Environment.GetEnvironmentVariable, "."));
        if (file.Errors.Count > 0)
            throw new InvalidOperationException($"{file.Errors[0]}");
        return WorkerHost.RunAsync(settings, file.Scenarios, [], [], new Idle(), null, null, ct);
    }

    private static string FileOf(int count, TimeSpan every)
    {
        var scenarios = Enumerable.Range(1, count).Select(n =>
            $$"""
            { "name": "scenario-{{n}}", "baseUrl": "https://shop-{{n}}.example/", "schedule": { "every": "{{every.TotalSeconds:0}}s" }, "steps": [
              { "name": "Open the shop", "goto": "/" },
              { "name": "Add to cart", "click": "#add-to-cart", "expect": { "text": "1 item" } },
              { "name": "Place order", "click": { "role": "button", "name": "Place order" }, "expect": { "visible": "text=Order confirmed" }, "budgets": { "inp": "200ms", "response": "1s" } } ] }
            """);
        return $"{{ \"scenarios\": [ {string.Join(",\n", scenarios)} ] }}";
    }

    /// <summary>Runs that are over at once.</summary>
    private sealed class Idle : IEvidenceSource
    {
        public Task<RunEvidence> CollectAsync(Scenario scenario, IProgress<StepProgress>? progress, CancellationToken ct) => Task.FromResult(new RunEvidence
        {
            Steps = [new StepEvidence { Index = 0, Name = "Open the shop", Action = "goto", Status = StepStatus.Passed }],
        });
    }
}
