using Microsoft.Playwright;
using Synthetic.Browser.Observing;
using Synthetic.Browser.Replaying;
using Synthetic.Core.Measuring;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>One run in one fresh context: goes through steps, one at a time, and keeps what was seen.</summary>
internal sealed class RunSession
{
    /// <summary>How long an experiment may get ready, or gather what it has: a page that no longer answers does neither.</summary>
    private static readonly TimeSpan ExperimentTime = TimeSpan.FromSeconds(10);

    private readonly Scenario _scenario;
    private readonly ObservedPage _page;
    private readonly StepExperiment? _experiment;
    private readonly RunClock _clock;
    private readonly IProgress<StepProgress>? _progress;
    private readonly CancellationToken _ct;
    private readonly StepLog _steps = new();

    private RunSession(
        Scenario scenario, ObservedPage page, bool touch, StepExperiment? experiment,
        TimeProvider time, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        (_scenario, _page, _experiment, _progress, _ct) = (scenario, page, experiment, progress, ct);
        _clock = new RunClock(scenario.Timeout, time);
        Driver = new StepDriver(page.Page, scenario.BaseUrl, touch);
    }

    /// <summary>The page that the steps drive.</summary>
    public IPage Page => _page.Page;

    /// <summary>Performs declared actions on it.</summary>
    public StepDriver Driver { get; }

    public static async Task<RunSession> OpenAsync(
        Scenario scenario, IBrowserContext context, bool touch, StepExperiment? experiment,
        TimeProvider time, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        var page = await ObservedPage.OpenAsync(context, time);
        await Throttling.ApplyAsync(page.Session, scenario.Throttle);
        if (experiment is not null)
            await experiment.OpenAsync(page.Page, page.Session);
        return new RunSession(scenario, page, touch, experiment, time, progress, ct);
    }

    /// <summary>Runs one step.</summary>
    /// <param name="step">Its name, expectation and limits.</param>
    /// <param name="act">Its action; told how many milliseconds it has.</param>
    /// <returns>Whether the run may go on.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped from outside.</exception>
    public async Task<bool> StepAsync(Step step, Func<float, Task> act)
    {
        Report(step, null);
        var experiment = _experiment?.IsAbout(step) == true ? _experiment : null;
        if (experiment is not null)
            await experiment.BeginAsync(Page, _page.Network).WaitAsync(ExperimentTime, _clock.Time, _ct);
        StepEvidence evidence;
        try
        {
            evidence = await new StepMeasurement(_page, Driver, _clock, step, _ct).RunAsync(act);
        }
        finally
        {
            experiment?.CountWrites(_page.Network);
        }
        _steps.Add(evidence);
        if (evidence.Status is StepStatus.Aborted or StepStatus.Skipped)
            throw new OperationCanceledException(_ct);
        if (experiment is not null)
            await experiment.EndAsync(_page.Network, _clock.OriginEpochMs ?? 0).WaitAsync(ExperimentTime, _clock.Time, _ct);
        Report(step, evidence.Status);
        // Nobody wants to know what an experiment's later steps would do.
        return evidence.Status == StepStatus.Passed && experiment is null;
    }

    /// <summary>Everything seen so far. Code of the scenario that still runs can no longer change it.</summary>
    /// <param name="ending">How the run ended.</param>
    /// <param name="failure">What ended it outside of any step.</param>
    /// <param name="browser">Name and version of the browser.</param>
    public Evidence Gather(RunEnding ending, Failure? failure, string browser)
    {
        _page.Events.ExpectClosing();
        var origin = _clock.OriginEpochMs ?? 0;
        var steps = _steps.Close();
        return EvidenceOf.Plan(_scenario) with
        {
            OriginEpochMs = origin,
            Browser = browser,
            Ending = ending,
            Failure = failure,
            Steps = [.. steps, .. _scenario.Steps.Skip(steps.Count).Select(s => StepMeasurement.Describe(s) with { Status = StepStatus.Skipped })],
            Documents = _page.Probes.Documents(origin),
            Exchanges = _page.Network.Read(origin),
        };
    }

    private void Report(Step step, StepStatus? status) =>
        _progress?.Report(new StepProgress(_scenario.Name, step.Index, _scenario.Steps.Count, step.Name, status));
}
