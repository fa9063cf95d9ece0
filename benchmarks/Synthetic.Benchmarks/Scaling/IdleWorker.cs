using System.CommandLine;
using Synthetic.Core.Evidence;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
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
        Scenario[] scenarios =
        [
            .. Enumerable.Range(1, count).Select(n => new Scenario
            {
                Name = $"scenario-{n}",
                BaseUrl = new Uri($"https://shop-{n}.example/"),
                Schedule = new Schedule { Every = every },
                Steps = [new Step { Index = 0, Name = "Open the shop", Action = StepAction.Goto, Values = ["/"] }],
                Budgets = [new Budget("inp", 200), new Budget("response", 1000)],
            }),
        ];
        return WorkerHost.RunAsync(settings, scenarios, [], [], new Idle(), null, null, ct);
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
