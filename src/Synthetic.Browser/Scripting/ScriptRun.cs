using Microsoft.Playwright;
using Synthetic.Browser.Driving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Scripting;

/// <summary>A script at work on a page.</summary>
internal sealed class ScriptRun : IScenarioSteps
{
    /// <summary>How much longer than its steps a script may take: the end of a failing step needs some.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    private readonly MeasureStep _measure;
    private readonly CancellationToken _over;
    private Task _step = Task.CompletedTask;
    private int _count;
    private bool _failed;

    private ScriptRun(IPage page, Uri? baseUrl, MeasureStep measure, CancellationToken over) =>
        (Page, BaseUrl, _measure, _over) = (page, baseUrl, measure, over);

    /// <summary>Runs and measures a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="act">Its action; told how many milliseconds it has.</param>
    /// <returns>Whether the run may go on.</returns>
    internal delegate Task<bool> MeasureStep(Step step, Func<float, Task> act);

    /// <inheritdoc />
    public IPage Page { get; }

    /// <inheritdoc />
    public Uri? BaseUrl { get; }

    /// <summary>Runs a script to its end, to its first failing step, or until its time is up. Afterwards it can measure no more steps.</summary>
    /// <param name="script">The script; code that never ends is left behind with a cancelled token.</param>
    /// <param name="scenario">How long it has, and where.</param>
    /// <param name="page">The page.</param>
    /// <param name="measure">What its steps are measured by.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Stops the run.</param>
    /// <returns>What failed outside of any step; <c>null</c> for nothing.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public static async Task<Failure?> GoAsync(
        IScenarioScript script, Scenario scenario, IPage page, MeasureStep measure, TimeProvider time, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var run = new ScriptRun(page, scenario.BaseUrl, measure, over.Token);
        try
        {
            // Its steps keep the run's time themselves, and say more: this is for code outside of them that never ends.
            await script.RunAsync(run, over.Token).WaitAsync(scenario.Timeout + Slack, time, ct);
            return null;
        }
        catch (StepFailedException)
        {
            return null;
        }
        // The boundary to code that is not ours: what a script throws is the run's failure, never the worker's.
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            var kind = e is TimeoutException ? FailureKind.Timeout : FailureKind.Script;
            return run._failed ? null : new Failure(null, kind, $"{script.GetType().Name}: {Text.FirstLine(e.Message)}", page.Url);
        }
        finally
        {
            // The script's own handlers of the cancellation may take as long as they like.
            BackgroundTask.Ignore(over.CancelAsync());
            // A step that is under way keeps its own time, and belongs to the evidence.
            await run._step.WaitAsync(Slack, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc />
    public async Task StepAsync(
        string name, Func<IPage, Task> action, Expectation? expect = null, params IReadOnlyList<Budget> budgets)
    {
        _over.ThrowIfCancellationRequested();
        if (_failed)
            throw new StepFailedException(name);
        var step = new Step { Index = _count++, Name = name, Action = StepAction.Code, Expect = expect, Budgets = budgets };
        var measured = _measure(step, _ => action(Page));
        _step = measured;
        _failed = !await measured;
        if (_failed)
            throw new StepFailedException(name);
    }
}

/// <summary>Unwinds a script whose step failed: the step's own failure is on record already.</summary>
internal sealed class StepFailedException(string step) : Exception($"the step \"{step}\" failed; the run ends here");
