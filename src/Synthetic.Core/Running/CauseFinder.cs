using Synthetic.Core.Basics;
using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Running;

/// <summary>
/// Finds what results waited for where the order of things alone does not tell: runs the scenario once more, not measured, in a way that
/// follows what caused what, and lays the chains of that run over the times of the measured one.
/// </summary>
/// <param name="experiments">What runs it.</param>
/// <param name="time">The clock.</param>
public sealed class CauseFinder(IExperiments experiments, TimeProvider time)
{
    /// <summary>A run that has as many requests may have sent others that were not kept.</summary>
    private const int MostSeen = 3000;

    private static readonly Arm Live = new() { Name = "instrumented", Kind = ArmKind.Baseline };

    /// <summary>Whether a second run could tell more of a run, and may be made.</summary>
    /// <param name="scenario">The scenario that was run.</param>
    /// <param name="record">The run.</param>
    public static bool IsWorthwhile(Scenario scenario, RunRecord record) => LastUnclear(record) is { } step && MayRunAgain(scenario, record, step);

    /// <summary>Follows the causes of a run, where that is worthwhile.</summary>
    /// <param name="scenario">The scenario that was run.</param>
    /// <param name="record">The run, with its evidence.</param>
    /// <param name="ct">Ends it early; the record is then left as it is.</param>
    /// <returns>The record with its paths by cause; unchanged where nothing was unclear, or no second run is allowed.</returns>
    public async Task<RunRecord> FollowAsync(Scenario scenario, RunRecord record, CancellationToken ct)
    {
        if (record.Evidence is not { } evidence || LastUnclear(record) is not { } step || !MayRunAgain(scenario, record, step))
            return record;
        var began = time.GetTimestamp();
        var trial = await experiments.RunAsync(scenario, new Experiment(step, Live) { FollowsCauses = true }, ct);
        if (ct.IsCancellationRequested)
            return record;
        var took = Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1);
        var steps = evidence.Steps.Select((measured, i) => trial.Evidence.Steps.ElementAtOrDefault(i) is { Status: StepStatus.Passed, Causes: { } causes }
            ? measured with { Causes = causes }
            : measured);
        RunRecord With(string? note) => Derivation.Of(record, evidence with { Steps = [.. steps], InstrumentedRun = new InstrumentedRun(took, trial.LiveWrites, note) });
        var followed = With(NoteOf(trial, step));
        return followed.Evidence!.InstrumentedRun!.Note is null && LastUnclear(followed) == step ? With("the measured run went another way than the chain") : followed;
    }

    /// <summary>The last step with a result of which only the order tells what it waited for.</summary>
    private static int? LastUnclear(RunRecord record) => record.Status is RunStatus.Passed or RunStatus.Degraded or RunStatus.Inconclusive
        ? record.Steps.LastOrDefault(step => step.Interactions.Any(i => i.Response is { PathSource: PathSource.Order }))?.Index
        : null;

    private static bool MayRunAgain(Scenario scenario, RunRecord record, int step)
    {
        int Writes(IEnumerable<StepResult> steps) => steps.SelectMany(s => s.Requests).Count(r => !RequestMethods.OnlyRead(r.Method) && r.Initiator != "beacon");
        return scenario.Causes switch
        {
            // What went over a WebSocket is not seen: it may have placed an order.
            CauseRule.ReadOnly => Writes(record.Steps.Take(step + 1)) == 0 && record.Evidence is { WebSockets: null, Exchanges.Count: < MostSeen }
                // Nor is what a script sends past the page, what an attempt did that went another way, or how workers ask that pages share.
                && scenario.Script is null && record.EarlierFailures is null
                && !record.Evidence.Documents.Any(d => d.SharedWorkers == true),
            CauseRule.Always => Writes(record.Steps.Skip(step).Take(1)) <= scenario.Proof.MaxWrites,
            CauseRule.Never => false,
        };
    }

    private static string? NoteOf(Trial trial, int step) => trial.Evidence.Steps.ElementAtOrDefault(step) switch
    {
        { Status: not StepStatus.Passed } failed => $"\"{failed.Name}\" did not pass in it: {failed.Failure?.Message ?? "it was not reached"}",
        { Causes: null } => "the chain from the result does not lead back to the input",
        null => trial.Evidence.Failure?.Message ?? "it did not get to the step",
        _ => null,
    };
}
