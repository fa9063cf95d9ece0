using Microsoft.Playwright;
using Synthetic.Browser.Explaining;
using Synthetic.Browser.Noise;
using Synthetic.Browser.Observing;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Replaying;
using Synthetic.Browser.Tracing;
using Synthetic.Core.Evidence;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>One run in one fresh context: goes through steps, one at a time, and keeps what was seen.</summary>
internal sealed class RunSession(
    Scenario scenario, ObservedPage page, Admission admission, bool touch, StepExperiment? experiment, RunTracing? tracing, TimeProvider time, IProgress<StepProgress>? progress, CancellationToken ct)
{
    /// <summary>How long an experiment may get ready, or gather what it has: a page that no longer answers does neither.</summary>
    private static readonly TimeSpan ExperimentTime = TimeSpan.FromSeconds(10);

    private readonly RunClock _clock = new(scenario.Timeout, time);
    private readonly StepLog _steps = new();

    /// <summary>The page that the steps drive.</summary>
    public IPage Page => page.Page;

    /// <summary>Performs declared actions on it.</summary>
    public StepDriver Driver { get; } = new(page.Page, scenario.BaseUrl, touch);

    public static async Task<RunSession> OpenAsync(
        Scenario scenario, BrowserLease lease, bool touch, StepExperiment? experiment, bool isTraced,
        TimeProvider time, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        var context = lease.Context;
        using var opening = await lease.Admission.EnterAsync(RunPart.Load, ct);
        var page = await ObservedPage.OpenAsync(context, scenario, experiment?.FollowsCauses ?? false, time);
        await Throttling.ApplyAsync(page.Session, scenario.Throttle);
        await SiteSettings.ApplyAsync(scenario, context, page.Session);
        // On a processor made slower, the driver's own part of what is counted grows with it.
        if (scenario.Throttle?.Cpu is null or <= 1)
            await MainThreadCounters.OpenAsync(page.Session);
        if (experiment is not null)
            await experiment.OpenAsync(page.Page, page.Session);
        var tracing = isTraced ? await RunTracing.OpenAsync(scenario, page) : null;
        return new RunSession(scenario, page, lease.Admission, touch, experiment, tracing, time, progress, ct);
    }

    /// <summary>Runs a declared step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="variables">Where what it reads is kept.</param>
    /// <returns>Whether the run may go on.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped from outside.</exception>
    public async Task<bool> StepAsync(Step step, RunVariables variables)
    {
        var on = step.InPopup ? await Popups.NewestAsync(page, _clock.TimeoutOf(step), time) : page;
        if (on is null)
        {
            _steps.Add(StepMeasurement.Describe(step) with { Status = step.Optional ? StepStatus.Skipped : StepStatus.Failed, Failure = step.Optional ? null : Popups.NoneOpened(step) });
            return step.Optional;
        }
        var driver = step.InPopup ? new StepDriver(on.Page, scenario.BaseUrl, touch) : Driver;
        return await StepAsync(new StepMeasurement(on, driver, _clock, new FailedSteps(on, scenario.Secrets, _clock), admission, step, ct) { Variables = variables }, step, ms => driver.ActAsync(step, ms));
    }

    /// <summary>Leaves a step out.</summary>
    /// <param name="step">The step.</param>
    /// <param name="why">Why, for people.</param>
    public void Skip(Step step, string why) => _steps.Add(StepMeasurement.Describe(step) with { Status = StepStatus.Skipped, Incidents = [new Incident("skipped", Text.Bounded(why))] });

    /// <summary>Notes something that happened beside the steps.</summary>
    public void Note(string kind, string text) => page.Events.Note(kind, text);

    /// <summary>Runs a step of a script.</summary>
    /// <param name="step">Its name, expectation and limits.</param>
    /// <param name="act">Its action; told how many milliseconds it has.</param>
    /// <returns>Whether the run may go on.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped from outside.</exception>
    public Task<bool> StepAsync(Step step, Func<float, Task> act) => StepAsync(new StepMeasurement(page, Driver, _clock, new FailedSteps(page, scenario.Secrets, _clock), admission, step, ct), step, act);

    private async Task<bool> StepAsync(StepMeasurement measurement, Step step, Func<float, Task> act)
    {
        Report(step, null);
        var ofStep = experiment?.IsAbout(step) == true ? experiment : null;
        if (ofStep is not null)
            await ofStep.BeginAsync(Page, page.Network).WaitAsync(ExperimentTime, _clock.Time, ct);
        StepEvidence evidence;
        try
        {
            evidence = await measurement.RunAsync(act);
        }
        finally
        {
            ofStep?.CountWrites(page.Network);
        }
        if (step.Optional && evidence is { Status: StepStatus.Failed, Failure.Kind: not FailureKind.Browser })
            evidence = evidence with { Status = StepStatus.Skipped, Failure = null, Incidents = [.. evidence.Incidents, new Incident("skipped", evidence.Failure.Message)] };
        _steps.Add(evidence);
        if (ct.IsCancellationRequested && evidence.Status is StepStatus.Aborted or StepStatus.Skipped)
            throw new OperationCanceledException(ct);
        if (ofStep is not null)
            await ofStep.EndAsync(page.Network, _clock.OriginEpochMs ?? 0).WaitAsync(ExperimentTime, _clock.Time, ct);
        Report(step, evidence.Status);
        // The steps after an experiment's own are not needed.
        return evidence.Status is StepStatus.Passed or StepStatus.Skipped && ofStep is null;
    }

    /// <summary>Everything seen so far. Code of the scenario that still runs can no longer change it.</summary>
    /// <param name="ending">How the run ended.</param>
    /// <param name="failure">What ended it outside of any step.</param>
    /// <param name="browser">Name and version of the browser.</param>
    public async Task<RunEvidence> GatherAsync(RunEnding ending, Failure? failure, string browser)
    {
        page.Events.ExpectClosing();
        var origin = _clock.OriginEpochMs ?? 0;
        var documents = page.Probes.Documents(origin);
        var steps = HiddenText.LeftOut(WithLate(_steps.Close()), documents);
        if (tracing is not null)
            await tracing.ReadAsync(page.Network, _clock.Time);
        return EvidenceOf.Plan(scenario) with
        {
            OriginEpochMs = origin,
            Browser = browser,
            TraceId = tracing?.TraceId,
            Ending = ending,
            Failure = failure,
            Steps = [.. steps, .. scenario.Steps.Skip(steps.Count).Select(s => StepMeasurement.Describe(s) with { Status = StepStatus.Skipped })],
            Documents = documents,
            Exchanges = page.Network.Read(origin),
            WebSockets = page.Events.WebSockets is > 0 and var sockets ? sockets : null,
        };
    }

    /// <summary>What happened after the last step belongs to that one: there is no other place for it.</summary>
    private IReadOnlyList<StepEvidence> WithLate(IReadOnlyList<StepEvidence> steps) => page.Events.EndStep() is { Count: > 0 } late && steps is [.., var last]
        ? [.. steps.SkipLast(1), last with { Incidents = [.. last.Incidents, .. late] }]
        : steps;

    private void Report(Step step, StepStatus? status) =>
        progress?.Report(new StepProgress(scenario.Name, step.Index, scenario.Steps.Count, step.Name, status));
}
