using Synthetic.Browser.Explaining;
using Synthetic.Browser.Noise;
using Synthetic.Browser.Observing;
using Synthetic.Browser.Probing;
using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Runs one step on a page and keeps what was seen of it.</summary>
internal sealed class StepMeasurement(ObservedPage page, StepDriver driver, RunClock clock, FailedSteps failures, Admission admission, Step step, CancellationToken ct)
{
    /// <summary>How long the driver waits for answers that a healthy page gives at once.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(1500);

    /// <summary>The same for a page that does not answer: its other frames may.</summary>
    private static readonly TimeSpan BusyAnswerTime = TimeSpan.FromMilliseconds(200);

    /// <summary>How long an answer that has begun may go on behind the result that needed a part of it. Some are never over, since nobody reads them.</summary>
    private static readonly TimeSpan OpenAnswerTime = TimeSpan.FromMilliseconds(500);

    /// <summary>A wait for other runs that nobody sees.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(1);

    /// <summary>How long other runs are kept away for an input's next paint.</summary>
    private static readonly TimeSpan PresentationTime = TimeSpan.FromMilliseconds(200);

    private readonly TimeSpan _timeout = clock.TimeoutOf(step);
    private readonly int _requestsBefore = page.Network.Count;
    private double? _beganEpochMs;
    private long _began = clock.Time.GetTimestamp();
    private Task<MainThreadTime?> _busyBefore = Task.FromResult<MainThreadTime?>(null);
    private StepEvidence _evidence = Describe(step) with { DrivenInteractions = StepDriver.DrivenBy(step), Typed = step.Action == StepAction.Type ? Text.Bounded(step.Values[0]) : null };

    /// <summary>Where what the step reads is kept; <c>null</c> where it reads nothing.</summary>
    public RunVariables? Variables { get; init; }

    /// <summary>A step as it is known before it ran.</summary>
    public static StepEvidence Describe(Step step) => new()
    {
        Index = step.Index,
        Name = step.Name,
        Action = char.ToLowerInvariant(step.Action.ToString()[0]) + step.Action.ToString()[1..],
        Target = step.Target is null ? null : Text.Bounded(step.Target.ToString()),
        Expects = step.Expect is not null,
        ExpectsRest = step.Expect?.Settled == true ? true : null,
        Budgets = step.Budgets,
    };

    /// <summary>Runs the step.</summary>
    /// <param name="act">Its action; told how many milliseconds it has.</param>
    /// <returns>What was seen; aborted, or skipped, where the run was stopped meanwhile.</returns>
    public async Task<StepEvidence> RunAsync(Func<float, Task> act)
    {
        Failure? failure = null;
        var answers = true;
        try
        {
            await RunInTimeAsync(act);
        }
        catch (StepEndedException e)
        {
            failure = await failures.EndedAsync(e.Failure with { Step = step.Name }, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await page.CollectAsync(BusyAnswerTime, clock.Time, CancellationToken.None);
            return Ended(clock.OriginEpochMs is null ? StepStatus.Skipped : StepStatus.Aborted, Elapsed());
        }
        // The boundary between the page under test and us: whatever it made the driver throw is the step's failure.
        catch (Exception e)
        {
            // A page that a server keeps waiting answers nothing either: that is no busy main thread.
            answers = page.Network.AwaitsPage || await page.AnswersAsync(clock.Reserve / 2, clock.Time, ct);
            failure = await failures.OfAsync(new StepTrouble(step, e, _timeout, page.Page.Url) { Answers = answers }, _requestsBefore, _beganEpochMs, ct);
        }
        var elapsed = Elapsed();
        await page.CollectAsync(failure is null ? AnswerTime : answers ? clock.Reserve / 2 : BusyAnswerTime, clock.Time, ct);
        return Ended(failure is null ? StepStatus.Passed : StepStatus.Failed, elapsed) with { Failure = failure };
    }

    private async Task RunInTimeAsync(Func<float, Task> act)
    {
        var race = new StepRace(page.Events.Ended, page.Events.BeginStep(step.Dialog), clock.Reserve / 8, clock.Time);
        if (_timeout <= TimeSpan.Zero)
            throw new TimeUsedUpException(clock.Limit);
        _busyBefore = BusyAsync();
        var epoch = await race.WaitAsync(page.Probes.BeginAsync(page.Page), _timeout, ct);
        clock.Begin(epoch);
        _beganEpochMs = epoch;
        _evidence = _evidence with { FromMs = clock.SinceOrigin(epoch) };
        _began = clock.Time.GetTimestamp();
        // A wait that the step did not wait for must not go on beside the next one.
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        PaintedResult? painted;
        try
        {
            painted = await race.WaitAsync(ActAndWaitAsync(act, over.Token), _timeout + LongestAdmission, ct);
        }
        finally
        {
            await over.CancelAsync();
        }
        if (painted is null)
            return;
        _evidence = PaintedEvidence.Of(_evidence, painted, clock, page.Probes.FollowsCauses) with
        {
            MainThread = MainThreadCounters.Between(await _busyBefore, await page.BusyAsync(clock.Time)),
        };
        // Only of an answer that is over it can be told whether its server or the line kept it.
        await page.Network.AnswersEndAsync(_requestsBefore, OpenAnswerTime, ct);
    }

    private async Task<PaintedResult?> ActAndWaitAsync(Func<float, Task> act, CancellationToken over)
    {
        if (await new ReadyWait(page, clock.Time).WaitAsync(step, _timeout) is { } ready)
        {
            _evidence = _evidence with { ReadyMs = ready };
            // What the page did to get ready was no part of its answer.
            _busyBefore = BusyAsync();
        }
        var wait = new ExpectationWait(page, driver, clock.Time, over);
        var captures = new StepCaptures(page.Page, driver, step.Captures);
        using (await AdmittedAsync(over))
        {
            var held = await wait.PrepareAsync(step.Expect);
            captures.Prepare();
            if (step.Expect is not null)
                _evidence = _evidence with { ExpectationHeld = held ? true : null, ActedMs = await ActedAsync() };
            await act((float)Math.Max(1, Remaining().TotalMilliseconds));
            if (admission.IsShared && ActionEvents.PartOf(step.Action) == RunPart.Interaction)
                await page.Probes.PresentedAsync(page.Page, PresentationTime);
        }
        var painted = step.Expect is null ? null : await wait.WaitAsync(step.Expect, Remaining);
        if (step.Expect?.CleanConsole == true && page.Events.ConsoleErrorsOf(page.Page) is [var first, ..])
            throw new ExpectationException($"no errors in the console, there was: {first}");
        if (Variables is not null)
            await captures.ReadAsync(Variables, Remaining, clock.Time);
        return painted;
    }

    /// <summary>How long it may take until the action may begin.</summary>
    private TimeSpan LongestAdmission => admission.IsShared && ActionEvents.PartOf(step.Action) is not null ? Admission.Patience : TimeSpan.Zero;

    /// <summary>Waits until the action may begin beside other runs, which is no time of the step's.</summary>
    private async Task<IDisposable?> AdmittedAsync(CancellationToken over)
    {
        if (ActionEvents.PartOf(step.Action) is not { } part)
            return null;
        var asked = clock.Time.GetTimestamp();
        try
        {
            return await admission.EnterAsync(part, over);
        }
        finally
        {
            BeginLater(asked, clock.Time.GetTimestamp());
        }
    }

    /// <summary>The step begins where its wait for other runs has ended.</summary>
    private void BeginLater(long asked, long admitted)
    {
        var waited = clock.Time.GetElapsedTime(asked, admitted);
        if (waited < Unnoticed)
            return;
        _began += admitted - asked;
        clock.Excuse(waited);
        _evidence = _evidence with { FromMs = _evidence.FromMs + Math.Round(waited.TotalMilliseconds, 3) };
        // What the page did meanwhile was no part of its answer.
        _busyBefore = BusyAsync();
    }

    /// <summary>Asked only where there is a response that it may explain.</summary>
    private Task<MainThreadTime?> BusyAsync() => step.Expect is null ? Task.FromResult<MainThreadTime?>(null) : page.BusyAsync(clock.Time);

    private TimeSpan Remaining() => _timeout - clock.Time.GetElapsedTime(_began);

    private async Task<double?> ActedAsync() => ActionEvents.BegunBy(step.Action) is { } events
        ? clock.SinceOrigin(await page.Probes.ActAsync(page.Page, events))
        : null;

    private double Elapsed() => Math.Round(clock.Time.GetElapsedTime(_began).TotalMilliseconds, 1);

    private StepEvidence Ended(StepStatus status, double durationMs)
    {
        if (page.Network.LeftOutAfter(_requestsBefore) is > 0 and var leftOut)
            page.Events.Note("probe", $"{leftOut} requests were counted, but not kept: a run keeps the first {page.Network.Limit}");
        return _evidence with
        {
            Status = status,
            DurationMs = durationMs,
            DrivenInteractions = status == StepStatus.Passed ? _evidence.DrivenInteractions : 0,
            Incidents = page.Events.EndStep(),
        };
    }
}
