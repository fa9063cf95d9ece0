using Microsoft.Playwright;
using Synthetic.Browser.Driving;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Scripting;

/// <summary>A script at work on a session.</summary>
internal sealed class ScriptRun : IScenarioSteps
{
    /// <summary>How much longer than its steps a script may take: the end of a failing step needs some.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    private readonly RunSession _session;
    private int _count;
    private bool _failed;

    private ScriptRun(RunSession session, Uri? baseUrl) => (_session, BaseUrl) = (session, baseUrl);

    /// <inheritdoc />
    public IPage Page => _session.Page;

    /// <inheritdoc />
    public Uri? BaseUrl { get; }

    /// <summary>Runs a script to its end, or to its first failing step.</summary>
    public static async Task GoAsync(IScenarioScript script, RunSession session, Scenario scenario, CancellationToken ct)
    {
        var run = new ScriptRun(session, scenario.BaseUrl);
        try
        {
            // Its steps keep the run's time themselves, and say more: this is for code outside of them that never ends.
            await script.RunAsync(run, ct).WaitAsync(scenario.Timeout + Slack, ct);
        }
        catch (StepFailedException)
        {
        }
        // The boundary to code that is not ours: what a script throws is the run's failure, never the worker's.
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            var kind = e is TimeoutException ? FailureKind.Timeout : FailureKind.Script;
            if (!run._failed)
                session.Failure = new Failure(null, kind, $"{script.GetType().Name}: {Text.FirstLine(e.Message)}", session.Page.Url);
        }
    }

    /// <inheritdoc />
    public async Task StepAsync(
        string name, Func<IPage, Task> action, Expectation? expect = null, params IReadOnlyList<Budget> budgets)
    {
        if (_failed)
            throw new StepFailedException(name);
        var step = new Step { Index = _count++, Name = name, Action = StepAction.Code, Expect = expect, Budgets = budgets };
        _failed = !await _session.StepAsync(step, _ => action(Page));
        if (_failed)
            throw new StepFailedException(name);
    }
}

/// <summary>Unwinds a script whose step failed: the step's own failure is on record already.</summary>
internal sealed class StepFailedException(string step) : Exception($"the step \"{step}\" failed; the run ends here");
