using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Verdicts;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing;

/// <summary>Diagnoses the steps of one run.</summary>
internal sealed class StepDiagnosis(RunEvidence evidence, RunFacts facts)
{
    private readonly InteractionDiagnosis _interactions = new(evidence, facts);
    private readonly MainThreadLedger _ledger = new(facts.Requests);
    private readonly ResponseFinder _responses = ResponseFinder.Of(evidence.Documents, facts.Requests, facts.Threads, facts.MostOfWindow);

    /// <summary>A step's result; advice is not part of it.</summary>
    public StepResult Of(StepFacts step)
    {
        var frames = step.LongFrames.Select(f => f.Frame);
        var result = Of(step, UnreportedWork.Of(step.Evidence, frames, step.Interactions.Count));
        return result with { Typing = TypedKeys.Of(step.Evidence, result.Interactions), Response = ActionsOf(step, result, UnreportedWork.Of(step.Evidence, frames, 1)) };
    }

    /// <summary>The response of the step's action, where none of its interactions has one.</summary>
    private ResponseWindow? ActionsOf(StepFacts step, StepResult result, UnreportedWork unreported)
    {
        if (step.Acted is not var (action, from) || !(step.Evidence.ExpectationPaintedMs > action.Begin) || result.Interactions.Any(i => i.Response is not null))
            return null;
        return _responses.Of([action], step.Evidence, step.End) is [{ } response] ? _interactions.Window(response, unreported) with { From = from } : null;
    }

    private StepResult Of(StepFacts step, UnreportedWork unreported) => new()
    {
        Index = step.Evidence.Index,
        Name = step.Evidence.Name,
        Action = step.Evidence.Action,
        Target = step.Evidence.Target,
        Status = step.Evidence.Status,
        DurationMs = step.Evidence.DurationMs,
        ReadyMs = step.Evidence.ReadyMs,
        Interactions = [.. step.Interactions.Zip(_responses.Of(step.Interactions, step.Evidence, step.End), (interaction, response) => _interactions.Of(interaction, response, unreported))],
        Requests = [.. step.Requests.Select(r => StepEntries.Of(r, step.Origin))],
        LongFrames = [.. step.LongFrames.Select(f => StepEntries.Of(f.Frame, f.Offset - step.Origin))],
        MainThread = _ledger.Of(step.LongFrames),
        Incidents = step.Evidence.Incidents.Count > 0 ? step.Evidence.Incidents : null,
    };
}
