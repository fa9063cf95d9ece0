using Synthetic.Core.Evidence;
using Synthetic.Core.Proving;
using Synthetic.Core.Proving.Arms;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Proving;

public sealed class ProofReportTests
{
    private static readonly Arm WithoutDb = new() { Name = "without db", Kind = ArmKind.WithoutComponent, Removed = "db" };
    private static readonly Culprit Db = Blamed.Culprit(CulpritKind.Backend, "db");

    [Test]
    public void EveryArmIsListedAndEachThatChangedSomethingHasItsEffect()
    {
        var replay = Blamed.Replay(WithoutDb.Took(Blamed.Around(150)) with { Noisy = 2 }, new ArmRuns { Arm = WithoutDb with { Name = "without ads.js" }, Impossible = "the step does not pass without it" }) with
        {
            Replay = new ReplayCounts(7, 1, 0, 0),
            Limits = ["a limit"],
        };
        var (proof, _) = ProofReport.Of(new ProofEvidence { Steps = [replay, replay with { Index = 99, Name = "Elsewhere" }], Notes = ["a note", "a limit"], DurationMs = 12.5 }, [Blamed.Step(Db)]);
        Assert.That(proof.Arms.Take(4), Is.EqualTo(new ProofArm[]
        {
            new("baseline", "Place order", 5, 40, 500, 0, null), new("control", "Place order", 5, 40, 500, 0, null),
            new("without db", "Place order", 5, 40, 150, 2, null), new("without ads.js", "Place order", 0, null, null, 0, "the step does not pass without it"),
        }));
        Assert.That(proof.Effects.Select(e => (e.Removed, e.Arm, e.Step, e.InpDeltaMs, e.InpPredictedMs, e.ResponseDeltaMs, e.ResponsePredictedMs, e.Extrapolated)), Is.EqualTo(new[]
        {
            ("db", "without db", "Place order", (double?)0, (double?)40, (double?)-350, (double?)150, false),
            ("db", "without db", "Elsewhere", (double?)0, (double?)40, (double?)-350, (double?)150, false),
        }));
        Assert.That(proof.Effects[0].ResponseCi95, Is.EqualTo(new[] { -353.0, -347 }));
        Assert.That((proof.Replay, proof.DurationMs, proof.Verdicts.Count), Is.EqualTo((new ReplayCounts(14, 2, 0, 0), 12.5, 1)));
        Assert.That(proof.Limits, Is.EqualTo(new[] { "a note", "a limit" }));
    }

    [Test]
    public void WithoutABaselineTheControlStandsForTheStepAsItIs()
    {
        var replay = Blamed.Replay() with { Arms = [ArmPlan.Control.Took(Blamed.Around(520)), WithoutDb.Took(Blamed.Around(170))] };
        Assert.That(ProofReport.Of(new ProofEvidence { Steps = [replay] }, [Blamed.Step(Db)]).Proof.Effects[0].ResponsePredictedMs, Is.EqualTo(170));
    }

    [Test]
    public void WhatTheReplayItselfCostsIsNotPredicted()
    {
        var replay = Blamed.Replay() with { Arms = [ArmPlan.Baseline.Took(Blamed.Around(500)), ArmPlan.Control.Took(Blamed.Around(520)), WithoutDb.Took(Blamed.Around(170))] };
        Assert.That(ProofReport.Of(new ProofEvidence { Steps = [replay] }, [Blamed.Step(Db)]).Proof.Effects[0].ResponsePredictedMs, Is.EqualTo(150));
    }

    [Test]
    public void AdviceThatWasTriedSaysWhatItSaved()
    {
        var advice = new Advice("memoize", "Keep it", 90) { RequestIds = [2] };
        var step = Blamed.Step(Db) with { Advice = [advice, new Advice("trim-header", "Trim it", null), advice with { RequestIds = [1] }], Requests = [Blamed.Request(1), Blamed.Request(2)] };
        var arm = AdviceArm.Of(advice, step)!;
        var (proof, steps) = ProofReport.Of(new ProofEvidence { Steps = [Blamed.Replay(arm.Took(Blamed.Around(415)))] }, [step]);
        Assert.That((steps[0].Advice[0].ProvenMs, steps[0].Advice[0].SavingMs), Is.EqualTo(((double?)85, (double?)90)));
        Assert.That(steps[0].Advice[0].ProvenCi95, Is.EqualTo(new[] { 82.0, 88 }));
        Assert.That(steps[0].Advice.Skip(1).Select(a => a.ProvenMs), Is.All.Null);
        Assert.That(proof.Verdicts[0].PointsTo, Is.Null, "an advice is a way of asking, nobody to blame");
    }

    [Test]
    public void OtherInteractionsThatBlameAProvenSuspectAreAsSureOfIt()
    {
        var step = Blamed.Step(Db);
        var shorter = step.Interactions[0] with { Response = step.Interactions[0].Response! with { Ms = 300, Culprit = Db with { Ms = 200 } } };
        var cache = shorter with { Response = shorter.Response! with { Culprit = Db with { Component = "cache" } } };
        step = step with { Interactions = [shorter, .. step.Interactions, cache] };
        var (_, steps) = ProofReport.Of(new ProofEvidence { Steps = [Blamed.Replay(WithoutDb.Took(Blamed.Around(150)))] }, [step]);
        Assert.That(steps[0].Interactions.Select(i => i.Response!.Culprit!.Confidence), Is.EqualTo(new[] { Confidence.Proven, Confidence.Proven, Confidence.Inferred }));
    }

    [Test]
    public void ARefutedSuspectIsNotClearedOfWhatOtherInteractionsBlameItFor()
    {
        var step = Blamed.Step(Db);
        var shorter = step.Interactions[0] with { Response = step.Interactions[0].Response! with { Ms = 300, Culprit = Db with { Ms = 200 } } };
        step = step with { Interactions = [.. step.Interactions, shorter] };
        var (_, steps) = ProofReport.Of(new ProofEvidence { Steps = [Blamed.Replay(WithoutDb.Took(Blamed.AsIs))] }, [step]);
        Assert.That(steps[0].Interactions.Select(i => i.Response!.Culprit!.Kind), Is.EqualTo(new[] { CulpritKind.Unknown, CulpritKind.Backend }));
    }
}
