using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving;
using Synthetic.Core.Proving.Arms;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Proving;

public sealed class CounterevidenceTests
{
    private static readonly Arm WithoutDb = new() { Name = "without db", Kind = ArmKind.WithoutComponent, Removed = "db" };
    private static readonly Arm ServerAtOnce = new() { Name = "server at once", Kind = ArmKind.ServerAtOnce, Removed = "server" };
    private static readonly Arm NetworkAtOnce = new() { Name = "network at once", Kind = ArmKind.NetworkAtOnce, Removed = "network" };
    private static readonly Arm WithoutTransit = new() { Name = "without transit", Kind = ArmKind.WithoutTransit, Removed = "transit" };

    /// <summary>Few different middles, so that arms often agree, and often not.</summary>
    private static readonly Gen<double[]> Runs =
        from middle in Gen.Elements(100.0, 130, 150, 200, 500)
        from around in Gen.Choose(-10, 10).ArrayOf(5)
        select around.Select(off => middle + off).ToArray();

    private static readonly Gen<(double Claimed, double[] Live, double[] Control, double[] Without, double[] Server)> Drawn =
        from claimed in Gen.Elements(-1.0, 0, 30, 60, 350)
        from live in Runs
        from control in Runs
        from without in Runs
        from server in Runs
        select (claimed, live, control, without, server);

    [TestCase(0)]
    [TestCase(-1)]
    public void ASuspectBlamedForNothingIsNotProvenByNothing(double claimed)
    {
        // Half of a claim of -1 ms is less than a saving from -0.4 ms on.
        var verdict = Judge(Blamed.Culprit(CulpritKind.Backend, "db", claimed), Replay(500, 500, WithoutDb.Took(499.9, 500, 500.1, 500.2, 500.3)));
        Assert.That(verdict.Outcome, Is.Not.EqualTo(ProofOutcome.Proven));
        Assert.That(verdict.Text, Does.Not.StartWith("proven"));
    }

    [Test]
    public void WhatIsQuickerThanTheReplayOnlyAndNotThanTheLiveStepIsNotProven()
    {
        var verdict = Judge(Blamed.Culprit(CulpritKind.Backend, "db", ms: 60), Replay(live: 450, replayed: 500, WithoutDb.Took(Blamed.Around(450))));
        Assert.That(verdict.Outcome, Is.EqualTo(ProofOutcome.Unsettled));
        Assert.That(verdict.Text, Is.EqualTo("not settled: without db: response 450 → 400 ms (47 to 53 ms less, 95 %); it was not certainly quicker than the live step"));
    }

    [Test]
    public void WhatSavesMoreThanTheWholeServerDoesIsNotProven()
    {
        var verdict = Judge(Blamed.Culprit(CulpritKind.Backend, "db"), Replay(500, 500, WithoutDb.Took(Blamed.Around(150)), ServerAtOnce.Took(Blamed.Around(480))));
        Assert.That(verdict.Outcome, Is.EqualTo(ProofOutcome.Unsettled));
        Assert.That(verdict.Text, Does.StartWith("not settled: without db").And.EndWith("; but server at once, which takes that away as well, saved 23 ms at most"));
    }

    [Test]
    public void AnotherOneIsNotPointedToAgainstTheEvidence()
    {
        var arms = new[] { WithoutDb.Took(Blamed.Around(500)), WithoutTransit.Took(Blamed.Around(150)), ServerAtOnce.Took(Blamed.Around(495)), NetworkAtOnce.Took(Blamed.Around(490)) };
        Assert.That(Judge(Blamed.Culprit(CulpritKind.Backend, "db"), Replay(500, 500, arms)).PointsTo, Is.Null);
        Assert.That(Judge(Blamed.Culprit(CulpritKind.Backend, "db"), Replay(500, 500, arms[..2])).PointsTo, Is.EqualTo("transit"), "or else it would be");
    }

    [Test]
    public void ArmsThatAgreeSpeakAgainstNobody()
    {
        var verdict = Judge(Blamed.Culprit(CulpritKind.Backend, "db"), Replay(500, 510, WithoutDb.Took(Blamed.Around(160)), ServerAtOnce.Took(Blamed.Around(150))));
        Assert.That(verdict.Outcome, Is.EqualTo(ProofOutcome.Proven));
        Assert.That(verdict.Text, Does.EndWith("(347 to 353 ms less, 95 %)"));
    }

    [Test]
    public void AnArmThatSavesLessByUnderAFrameSpeaksAgainstNobody()
    {
        // Without the database the step is 12 ms quicker at the least, with the whole server at once 2 ms slower at the least: 14 ms apart.
        var arms = new[] { WithoutDb.Took(109, 108, 93, 108, 91), ServerAtOnce.Took(142, 150, 151, 151, 141) };
        var verdict = Judge(
            Blamed.Culprit(CulpritKind.Backend, "db", ms: 0),
            Blamed.Replay() with { Arms = [ArmPlan.Baseline.Took(153, 156, 151, 151, 150), ArmPlan.Control.Took(120, 135, 135, 140, 138), .. arms] });
        Assert.That(verdict.Text, Is.EqualTo("proven: without db: response 151 → 121 ms (12 to 47 ms less, 95 %)"));
    }

    [Test]
    public void AdviceThatMayHaveSavedNothingIsTriedAndNotProven()
    {
        var tried = Advised(Blamed.Around(500), 480, 485, 490, 505, 510);
        Assert.That((tried.ProvenMs, tried.ProvenCi95, tried.TriedMs), Is.EqualTo(((double?)null, (IReadOnlyList<double>?)null, (double?)10)));
        Assert.That((tried.TriedCi95![0] < 0, tried.TriedCi95[1] > 0), Is.EqualTo((true, true)));

        var few = Advised([500, 501], 400, 401);
        Assert.That((few.ProvenMs, few.TriedMs, few.TriedCi95), Is.EqualTo(((double?)null, (double?)100, (IReadOnlyList<double>?)null)));
    }

    [Test]
    public void NothingIsProvenWhoseRunsSayTheOpposite() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Drawn.ToArbitrary(), drawn =>
    {
        var (claimed, live, control, without, server) = drawn;
        var verdict = Judge(
            Blamed.Culprit(CulpritKind.Backend, "db", claimed),
            Blamed.Replay() with { Arms = [ArmPlan.Baseline.Took(live), ArmPlan.Control.Took(control), WithoutDb.Took(without), ServerAtOnce.Took(server)] });
        // What takes more away may save less by up to a frame.
        var opposite = without.Min() >= live.Max() || without.Min() >= control.Max() || server.Min() >= control.Max() + ProofThresholds.FrameMs;
        var proven = verdict is { Outcome: ProofOutcome.Proven, Component: "db" };
        Assert.That(proven && opposite, Is.False, verdict.Text);
        Assert.That(verdict.Text.StartsWith("proven: ", StringComparison.Ordinal), Is.EqualTo(verdict.Outcome == ProofOutcome.Proven));
        return true;
    }));

    [Test]
    public void EvidenceAsNoProverWouldWriteItProvesNothingThatMayBeNothing() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(RandomProof.Any.ToArbitrary(), evidence =>
    {
        var (proof, _) = ProofReport.Of(evidence, [Blamed.Step(Blamed.Culprit(CulpritKind.Backend, "db", ms: -1)) with { Index = 0 }]);
        Assert.That(proof.Verdicts.Where(v => v.Outcome == ProofOutcome.Proven).Select(v => v.SavedCi95?[0] ?? 0), Is.All.Positive);
        return true;
    }));

    private static Advice Advised(double[] control, params double[] took)
    {
        var advice = new Advice("memoize", "Keep it", 90) { RequestIds = [2] };
        var step = Blamed.Step(Blamed.Culprit(CulpritKind.Backend, "db")) with { Advice = [advice], Requests = [Blamed.Request(1), Blamed.Request(2)] };
        var replay = Blamed.Replay() with { Arms = [ArmPlan.Control.Took(control), AdviceArm.Of(advice, step)!.Took(took)] };
        return ProofReport.Of(new ProofEvidence { Steps = [replay] }, [step]).Steps[0].Advice[0];
    }

    private static StepReplay Replay(double live, double replayed, params ArmRuns[] arms) => Blamed.Replay() with
    {
        Arms = [ArmPlan.Baseline.Took(Blamed.Around(live)), ArmPlan.Control.Took(Blamed.Around(replayed)), .. arms],
    };

    private static ProofVerdict Judge(Culprit culprit, StepReplay replay) =>
        ProofReport.Of(new ProofEvidence { Steps = [replay] }, [Blamed.Step(culprit)]).Proof.Verdicts.First(v => !v.Bystander);
}
