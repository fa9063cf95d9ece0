using Synthetic.Core.Diagnosing.Verdicts;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing;

/// <summary>Diagnoses the steps of one run.</summary>
internal sealed class StepDiagnosis(RunEvidence evidence, RunFacts facts)
{
    private readonly InteractionDiagnosis _interactions = new(evidence, facts);
    private readonly MainThreadLedger _ledger = new(facts.Requests);
    private readonly ResponseFinder _responses = ResponseFinder.Of(evidence.Documents, facts.Requests, facts.Threads);

    /// <summary>A step's result; advice is not part of it.</summary>
    public StepResult Of(StepFacts step) => Of(step, UnreportedWork.Of(step.Evidence, step.LongFrames.Select(f => f.Frame), step.Interactions.Count));

    private StepResult Of(StepFacts step, UnreportedWork unreported) => new()
    {
        Index = step.Evidence.Index,
        Name = step.Evidence.Name,
        Action = step.Evidence.Action,
        Target = step.Evidence.Target,
        Status = step.Evidence.Status,
        DurationMs = step.Evidence.DurationMs,
        Interactions = [.. step.Interactions.Zip(_responses.Of(step.Interactions, step.Evidence, step.End), (interaction, response) => _interactions.Of(interaction, response, unreported))],
        Requests = [.. step.Requests.Select(r => StepEntries.Of(r, step.Origin))],
        LongFrames = [.. step.LongFrames.Select(f => StepEntries.Of(f.Frame, f.Offset - step.Origin))],
        MainThread = _ledger.Of(step.LongFrames),
        Incidents = step.Evidence.Incidents.Count > 0 ? step.Evidence.Incidents : null,
    };
}
