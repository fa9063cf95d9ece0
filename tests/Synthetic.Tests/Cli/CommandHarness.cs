using Synthetic.Browser.Finding;
using Synthetic.Core.Evidence;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Cli;
using Synthetic.Worker.Cli.Runs;
using Synthetic.Worker.Hosting;

namespace Synthetic.Tests.Cli;

/// <summary>A place to run commands at: streams in memory, a folder of its own, no browser.</summary>
internal sealed class CommandHarness : IEvidenceOpener, IEvidenceSource, IDisposable
{
    internal const string TwoScenarios = """
        { "scenarios": [
          { "name": "place-order", "baseUrl": "https://shop.test", "schedule": { "every": "1m", "jitter": "0s" },
            "steps": [ { "goto": "/" }, { "name": "Buy", "click": "#buy" } ] },
          { "name": "search", "baseUrl": "https://shop.test", "steps": [ { "goto": "/search" } ] } ] }
        """;

    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    internal CommandHarness() => Directory.CreateDirectory(Folder);

    internal string Folder { get; } = Path.Combine(Path.GetTempPath(), "synthetic-cli-" + Guid.CreateVersion7());

    internal string Out => _out.ToString();

    internal string Error => _error.ToString();

    internal string In { get; init; } = "";

    internal Dictionary<string, string> Variables { get; } = [];

    /// <summary>What runs come to; by default they pass.</summary>
    internal Func<Scenario, CancellationToken, RunEvidence> Outcome { get; set; } = (scenario, _) => Passed(scenario);

    internal List<Scenario> Ran { get; } = [];

    internal int Opened { get; private set; }

    internal Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, new CommandContext
    {
        In = new StringReader(In),
        Out = _out,
        Error = _error,
        Variable = Variables.GetValueOrDefault,
        Time = new StillTime(),
        Evidence = this,
    });

    internal string File(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Why there is no browser; <c>null</c> where there is one.</summary>
    public string? NoBrowser { get; init; }

    public Task<OpenEvidence> OpenAsync(
        WorkerSettings settings, bool headed, bool mayInstall, Action<string> say, CancellationToken ct)
    {
        if (NoBrowser is { } why)
            throw new BrowserUnavailableException(why);
        Opened++;
        return Task.FromResult(new OpenEvidence(this));
    }

    public Task<RunEvidence> CollectAsync(Scenario scenario, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        Ran.Add(scenario);
        foreach (var step in scenario.Steps)
            progress?.Report(new StepProgress(scenario.Name, step.Index, scenario.Steps.Count, step.Name, StepStatus.Passed));
        return Task.FromResult(Outcome(scenario, ct));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal static RunEvidence Passed(Scenario scenario) => new()
    {
        OriginEpochMs = 1_772_366_400_000,
        Browser = "none",
        Steps = [.. scenario.Steps.Select(step => new StepEvidence
        {
            Index = step.Index,
            Name = step.Name,
            Action = step.Action.ToString().ToLowerInvariant(),
            DurationMs = 12.5,
        })],
    };

    /// <summary>It works, breaks a budget, and had a third of its processor time stolen.</summary>
    internal static RunEvidence Noisy(Scenario scenario) => Passed(scenario) with
    {
        Steps = [.. Passed(scenario).Steps.Select(step => step with { Budgets = [new Budget("duration", 1)] })],
        Host = new HostReadings { StealPercent = 30 },
    };

    internal static RunEvidence Failed(Scenario scenario) => Passed(scenario) with
    {
        Steps = [.. Passed(scenario).Steps.Select(step => step with
        {
            Status = StepStatus.Failed,
            Failure = new Failure(step.Name, FailureKind.Timeout, "took longer than 30s", "https://shop.test/"),
        }).Take(1)],
    };

    /// <summary>Noon of the first of March 2026, for ever.</summary>
    internal sealed class StillTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Terminal.SampleRecords.StartedAt;

        public override long GetTimestamp() => 0;
    }
}
