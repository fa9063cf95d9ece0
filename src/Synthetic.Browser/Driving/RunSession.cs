using Microsoft.Playwright;
using Synthetic.Browser.Probing;
using Synthetic.Browser.Replaying;
using Synthetic.Core.Measuring;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>One run in one fresh context: goes through steps, one at a time, and keeps what was seen.</summary>
internal sealed class RunSession
{
    /// <summary>How long a step's end may wait for the browser to report its interactions.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(500);

    /// <summary>How long the driver waits for answers that come at once from a page that is well.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1500);

    /// <summary>The same for a page that does not answer: its other frames may.</summary>
    private static readonly TimeSpan Brief = TimeSpan.FromMilliseconds(200);

    /// <summary>How long an experiment may get ready, or gather what it has: a page that no longer answers does neither.</summary>
    private static readonly TimeSpan Preparing = TimeSpan.FromSeconds(10);

    private readonly Scenario _scenario;
    private readonly TimeProvider _time;
    private readonly CancellationToken _ct;
    private readonly IProgress<StepProgress>? _progress;
    private readonly long _began;
    private readonly List<StepEvidence> _steps = [];
    private readonly ProbeChannel _probes;
    private readonly NetworkLog _network;
    private readonly Watch _watch;
    private readonly StepExperiment? _experiment;
    private double? _origin;

    private RunSession(
        Scenario scenario, IPage page, bool touch, ProbeChannel probes, NetworkLog network, Watch watch, StepExperiment? experiment,
        TimeProvider time, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        (_scenario, Page, _probes, _network, _watch, _experiment) = (scenario, page, probes, network, watch, experiment);
        (_time, _progress, _ct) = (time, progress, ct);
        _began = time.GetTimestamp();
        Driver = new StepDriver(page, scenario.BaseUrl, touch);
    }

    /// <summary>The page that the steps drive.</summary>
    public IPage Page { get; }

    /// <summary>Performs declared actions on it.</summary>
    public StepDriver Driver { get; }

    /// <summary>What ended the run outside of any step.</summary>
    public Failure? Failure { get; set; }

    public static async Task<RunSession> OpenAsync(
        Scenario scenario, IBrowserContext context, bool touch, StepExperiment? experiment,
        TimeProvider time, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        Watch? watch = null;
        var probes = await ProbeChannel.OpenAsync(context, time, (kind, text) => watch?.Note(kind, text));
        var network = new NetworkLog(context, time);
        var page = await context.NewPageAsync();
        watch = new Watch(context, page);
        var session = await probes.ListenAsync(page);
        context.Page += (_, popup) => Unawaited.Forget(probes.ListenAsync(popup));
        await Throttling.ApplyAsync(session, scenario.Throttle);
        if (experiment is not null)
            await experiment.OpenAsync(page, session);
        return new RunSession(scenario, page, touch, probes, network, watch, experiment, time, progress, ct);
    }

    /// <summary>Runs one step.</summary>
    /// <param name="step">Its name, expectation and limits.</param>
    /// <param name="act">Its action; told how many milliseconds it has.</param>
    /// <returns>Whether the run may go on.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped from outside.</exception>
    public async Task<bool> StepAsync(Step step, Func<float, Task> act)
    {
        _progress?.Report(new StepProgress(_scenario.Name, step.Index, _scenario.Steps.Count, step.Name, null));
        var experiment = _experiment?.IsAbout(step) == true ? _experiment : null;
        if (experiment is not null)
            await experiment.BeginAsync(Page, _network).WaitAsync(Preparing, _time, _ct);
        var evidence = await MeasureAsync(step, act);
        _steps.Add(evidence);
        if (experiment is not null)
            await experiment.EndAsync(_network, _origin ?? 0).WaitAsync(Preparing, _time, _ct);
        _progress?.Report(new StepProgress(_scenario.Name, step.Index, _scenario.Steps.Count, step.Name, evidence.Status));
        // Nobody wants to know what an experiment's later steps would do.
        return evidence.Status == StepStatus.Passed && experiment is null;
    }

    /// <summary>Everything seen so far.</summary>
    public Evidence Gather(RunEnding ending, string browser)
    {
        _watch.Rest();
        var origin = _origin ?? 0;
        foreach (var step in _scenario.Steps.Skip(_steps.Count))
            _steps.Add(Describe(step) with { Status = StepStatus.Skipped });
        return EvidenceOf.Plan(_scenario) with
        {
            OriginEpochMs = origin,
            Browser = browser,
            Ending = ending,
            Failure = Failure,
            Steps = [.. _steps],
            Documents = _probes.Documents(origin),
            Exchanges = _network.Read(origin),
        };
    }

    /// <summary>The part of the run's time that is kept for gathering evidence once a step has failed.</summary>
    private TimeSpan Reserve => TimeSpan.FromMilliseconds(Math.Min(2000, _scenario.Timeout.TotalMilliseconds / 3));

    private async Task<StepEvidence> MeasureAsync(Step step, Func<float, Task> act)
    {
        var left = _scenario.Timeout - Reserve - _time.GetElapsedTime(_began);
        var timeout = step.Timeout is { } own && own < left ? own : left;
        var sent = _network.Count;
        var began = _time.GetTimestamp();
        var measured = Describe(step) with { DrivenInteractions = StepDriver.DrivenBy(step) };
        Failure? failure;
        var answers = true;
        try
        {
            if (timeout <= TimeSpan.Zero)
                throw new TimeUsedUpException(_scenario.Timeout);
            var epoch = await RaceAsync(_probes.BeginAsync(Page), timeout);
            _origin ??= epoch;
            measured = measured with { FromMs = Math.Round(epoch - _origin.Value, 3) };
            began = _time.GetTimestamp();
            var painted = await RaceAsync(ActAndWaitAsync(step, act, began, timeout), timeout);
            measured = measured with
            {
                ExpectationPaintedMs = painted is null ? null : Math.Round(painted.Time - _origin.Value, 3),
                ExpectationChangedMs = painted?.Changed is { } changed ? Math.Round(changed - _origin.Value, 3) : null,
                ExpectationImage = painted?.Image,
            };
            failure = null;
        }
        catch (StepEndedException e)
        {
            failure = e.Failure with { Step = step.Name };
        }
        catch (OperationCanceledException) when (_ct.IsCancellationRequested)
        {
            await CollectAsync(Brief, CancellationToken.None);
            _steps.Add(measured with
            {
                Status = _origin is null ? StepStatus.Skipped : StepStatus.Aborted,
                DurationMs = Math.Round(_time.GetElapsedTime(began).TotalMilliseconds, 1),
                DrivenInteractions = 0,
                Incidents = _watch.Drain(),
            });
            throw;
        }
        // The boundary between the page under test and us: whatever it made the driver throw is the step's failure.
        catch (Exception e)
        {
            // A page that a server keeps waiting answers nothing either: that is no busy main thread.
            answers = _network.AwaitsPage || await AnswersAsync();
            failure = StepFailures.Of(step, e, timeout, answers, _network.TroublesAfter(sent), Page.Url);
        }
        var duration = _time.GetElapsedTime(began).TotalMilliseconds;
        await CollectAsync(failure is null ? Patience : answers ? Reserve / 2 : Brief, _ct);
        return measured with
        {
            Status = failure is null ? StepStatus.Passed : StepStatus.Failed,
            DurationMs = Math.Round(duration, 1),
            Failure = failure,
            DrivenInteractions = failure is null ? measured.DrivenInteractions : 0,
            Incidents = _watch.Drain(),
        };
    }

    private async Task<PaintedResult?> ActAndWaitAsync(Step step, Func<float, Task> act, long began, TimeSpan timeout)
    {
        var wait = new ExpectationWait(Page, _probes, Driver);
        await wait.PrepareAsync(step.Expect);
        await act((float)Math.Max(1, timeout.TotalMilliseconds));
        return step.Expect is null ? null : await wait.WaitAsync(step.Expect, () => timeout - _time.GetElapsedTime(began));
    }

    /// <summary>Waits for work, but no longer than it may take, nor for a page that died, nor after the run was stopped.</summary>
    private async Task<T> RaceAsync<T>(Task<T> work, TimeSpan timeout)
    {
        // Playwright keeps the time too, and says more: it gets a little longer before we do.
        var limit = timeout + (Reserve / 8);
        var first = await Task.WhenAny(work, _watch.Ended, _watch.ErrorPage).WaitAsync(limit, _time, _ct);
        // An action that was under way when the page died fails too, with a message that explains less.
        if (first == work && work.IsFaulted)
            await Task.WhenAny(_watch.Ended, Task.Delay(TimeSpan.FromMilliseconds(50), _time, _ct));
        if (_watch.Ended.IsCompleted)
            throw new StepEndedException(await _watch.Ended);
        if (_watch.ErrorPage.IsCompleted)
            throw new StepEndedException(await _watch.ErrorPage);
        return await work;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await Page.EvaluateAsync("0").WaitAsync(Reserve / 2, _time, _ct);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (PlaywrightException)
        {
            return true;
        }
    }

    private async Task CollectAsync(TimeSpan atMost, CancellationToken ct)
    {
        try
        {
            await _probes.CollectAsync(Page.Context.Pages, Settling).WaitAsync(atMost, _time, ct);
        }
        catch (TimeoutException)
        {
            _watch.Note("probe", "the page did not hand its measurements over in time; what it sent before is kept");
        }
        catch (PlaywrightException)
        {
            _watch.Note("probe", "the page went away before it handed its measurements over");
        }
        // The boundary between the page under test and us: an answer that the driver cannot read is no bug of the monitor.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _watch.Note("probe", "the page handed over something that is no measurement");
        }
    }

    private static StepEvidence Describe(Step step) => new()
    {
        Index = step.Index,
        Name = step.Name,
        Action = char.ToLowerInvariant(step.Action.ToString()[0]) + step.Action.ToString()[1..],
        Expects = step.Expect is not null,
        Budgets = step.Budgets,
    };
}

/// <summary>The page can't go on: it died, or was answered with an error.</summary>
internal sealed class StepEndedException(Failure failure) : Exception(failure.Message)
{
    public Failure Failure => failure;
}
