using Synthetic.Core.Advising;
using Synthetic.Core.Diagnosing;
using Synthetic.Core.Diagnosing.Verdicts;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving;
using Synthetic.Core.Records;

namespace Synthetic.Core.Deriving;

/// <summary>Makes a record of evidence: diagnoses it, advises, applies the proof, checks budgets. Pure and deterministic.</summary>
public static class Derivation
{
    /// <summary>Derives everything that follows from the evidence.</summary>
    /// <param name="header">The run's own facts: ids, times, trigger, host. Derived members are replaced.</param>
    /// <param name="evidence">What was seen; the record keeps it with what no record can hold put right.</param>
    public static RunRecord Of(RunRecord header, RunEvidence evidence)
    {
        evidence = EvidenceSanitizer.Of(evidence);
        var facts = new RunFacts(evidence);
        var steps = Steps(evidence, facts);
        Proof? proof = null;
        if (evidence.Proof is { } replays)
            (proof, steps) = ProofReport.Of(replays, steps);
        var pages = PageVitals.Of(evidence, facts.Interactions, facts.Requests).ToArray();
        var budgets = Budgets(header, evidence, facts, steps, pages);
        var failure = evidence.Failure ?? evidence.Steps.Zip(steps, (seen, step) => ExplainedFailure.Of(seen.Failure, step)).FirstOrDefault(f => f is not null);
        // What was read of the machine is evidence like any other; a header may bring a state from elsewhere.
        var host = evidence.Host is { } readings ? HostVerdict.Of(readings) : header.Host;
        return header with
        {
            TraceId = evidence.TraceId,
            Status = StatusOf(evidence.Ending, failure, budgets, host),
            Failure = failure,
            Pages = [.. pages.Select(p => p.Page)],
            Steps = steps,
            Budgets = budgets,
            Coverage = facts.Coverage(),
            Host = host,
            Proof = proof,
            Evidence = evidence,
        };
    }

    /// <summary>The steps, diagnosed and advised.</summary>
    private static IReadOnlyList<StepResult> Steps(RunEvidence evidence, RunFacts facts)
    {
        var diagnosis = new StepDiagnosis(evidence, facts);
        var history = new RequestHistory(facts.Requests, evidence.Documents);
        return [.. facts.Steps.Zip(facts.Steps.Select(diagnosis.Of), (step, result) =>
            result with { Advice = StepAdvice.Of(step, result.Interactions, facts, history) })];
    }

    private static BudgetResult[] Budgets(
        RunRecord header, RunEvidence evidence, RunFacts facts, IReadOnlyList<StepResult> steps, (PageResult Page, double Begin)[] pages)
    {
        var ofSteps = evidence.Steps.Zip(steps).SelectMany(pair => pair.First.Budgets.Select(b => BudgetCheck.OfStep(
            b, pair.First, pair.Second, [.. pages.Where(p => facts.Spans.At(p.Begin) == pair.First).Select(p => p.Page)])));
        return
        [
            .. evidence.Budgets.Select(b => BudgetCheck.OfRun(b, steps, [.. pages.Select(p => p.Page)], header.DurationMs)),
            .. ofSteps,
        ];
    }

    private static RunStatus StatusOf(RunEnding ending, Failure? failure, BudgetResult[] budgets, HostState? host) => ending switch
    {
        RunEnding.Broken => RunStatus.Error,
        RunEnding.Aborted => RunStatus.Aborted,
        _ when failure is not null => RunStatus.Failed,
        _ when !budgets.Any(b => b.Ok == false) => RunStatus.Passed,
        _ when host?.Verdict == HostState.Noisy => RunStatus.Inconclusive,
        _ => RunStatus.Degraded,
    };
}
