using Synthetic.Core.Evidence;
using Synthetic.Core.Proving;
using Synthetic.Core.Proving.Arms;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Proving;

public sealed class SuspectVerdictTests
{
    private static readonly Arm WithoutDb = new() { Name = "without db", Kind = ArmKind.WithoutComponent, Removed = "db" };
    private static readonly Arm Beside = WithoutDb with { Name = "without db, beside", Reading = MetricReading.Beside };
    private static readonly Arm Alone = WithoutDb with { Name = "without db, alone", Reading = MetricReading.Alone };
    private static readonly Arm ServerAtOnce = new() { Name = "server at once", Kind = ArmKind.ServerAtOnce, Removed = "server" };
    private static readonly Culprit Db = Blamed.Culprit(CulpritKind.Backend, "db");

    [Test]
    public void ASuspectWithoutWhomTheWindowIsShorterByMoreThanHalfOfTheClaimIsProven()
    {
        var verdict = Judge(Db, Blamed.Replay(WithoutDb.Took(Blamed.Around(150))));
        Assert.That(verdict.Verdict, Is.EqualTo(new ProofVerdict
        {
            Step = "Place order",
            Window = WindowKind.Response,
            Kind = CulpritKind.Backend,
            Component = "db",
            ClaimedMs = 350,
            SavedMs = 350,
            SavedCi95 = verdict.Verdict.SavedCi95,
            Outcome = ProofOutcome.Proven,
            Text = "proven: without db: response 500 → 150 ms (347 to 353 ms less, 95 %)",
        }));
        Assert.That(verdict.Verdict.SavedCi95, Is.EqualTo(new[] { 347.0, 353 }));
        Assert.That((verdict.Culprit.Kind, verdict.Culprit.Component, verdict.Culprit.Ms), Is.EqualTo((CulpritKind.Backend, "db", 350.0)));
        Assert.That(verdict.Culprit.Confidence, Is.EqualTo(Confidence.Proven));
        Assert.That(verdict.Culprit.Evidence, Is.EqualTo(new[] { verdict.Verdict.Text, "the rules say so" }));
    }

    [Test]
    public void OneWithoutWhomItStaysLongIsRefutedAndNobodyIsToBlame()
    {
        var verdict = Judge(Db, Blamed.Replay(WithoutDb.Took(Blamed.Around(495))));
        Assert.That(verdict.Verdict.Outcome, Is.EqualTo(ProofOutcome.Refuted));
        Assert.That(verdict.Verdict.Text, Is.EqualTo("refuted: without db: response 500 → 495 ms (2 to 8 ms less, 95 %), where 350 ms were to be expected"));
        Assert.That((verdict.Culprit.Kind, verdict.Culprit.Component, verdict.Culprit.Confidence), Is.EqualTo((CulpritKind.Unknown, (string?)null, Confidence.Unknown)));
        Assert.That(verdict.Culprit.Evidence[0], Is.EqualTo(verdict.Verdict.Text));
    }

    [Test]
    public void WhereTheEvidencePointsElsewhereThatOneIsBlamedInstead()
    {
        var verdict = Judge(Db, Blamed.Replay(WithoutDb.Took(Blamed.Around(500)), ServerAtOnce.Took(Blamed.Around(100)), Slower(1).Took(Blamed.Around(510))));
        Assert.That((verdict.Verdict.Outcome, verdict.Verdict.PointsTo), Is.EqualTo((ProofOutcome.Refuted, "server")));
        Assert.That(verdict.Verdict.Text, Does.EndWith("; server at once: response 500 → 100 ms"));
        Assert.That((verdict.Culprit.Kind, verdict.Culprit.Component, verdict.Culprit.Ms, verdict.Culprit.Share, verdict.Culprit.Confidence),
            Is.EqualTo((CulpritKind.Network, "transit", 400.0, 0.8, Confidence.Proven)));
    }

    [Test]
    public void NobodyIsBlamedForMoreThanTheWindow()
    {
        var slow = new[] { 800.0, 801, 802, 803, 804 };
        var replay = Blamed.Replay(WithoutDb.Took(slow), ServerAtOnce.Took(Blamed.Around(10)));
        replay = replay with { Arms = [ArmPlan.Baseline.Took(slow), ArmPlan.Control.Took(slow), .. replay.Arms.Skip(2)] };
        var verdict = Judge(Db, replay);
        Assert.That((verdict.Culprit.Ms, verdict.Culprit.Share), Is.EqualTo((500.0, 1.0)), "the replays were slower than the run");
    }

    [Test]
    public void TooFewRunsSettleNothing()
    {
        var verdict = Judge(Db, Blamed.Replay() with { Arms = [ArmPlan.Control.Took(500, 501, 502), WithoutDb.Took(150, 151, 152)] });
        Assert.That((verdict.Verdict.Outcome, verdict.Verdict.SavedMs, verdict.Verdict.SavedCi95), Is.EqualTo((ProofOutcome.Unsettled, (double?)350, (IReadOnlyList<double>?)null)));
        Assert.That(verdict.Verdict.Text, Is.EqualTo("not settled: without db: response 501 → 151 ms, from too few runs for an interval"));
        Assert.That(verdict.Culprit, Is.EqualTo(Db with { Evidence = verdict.Culprit.Evidence }));
    }

    [Test]
    public void AnIntervalOnBothSidesOfHalfTheClaimSettlesNothing()
    {
        var verdict = Judge(Db, Blamed.Replay(WithoutDb.Took(100, 150, 320, 450, 500)));
        Assert.That(verdict.Verdict.Outcome, Is.EqualTo(ProofOutcome.Unsettled));
        Assert.That(verdict.Verdict.Text, Does.StartWith("not settled: without db: response 500 → 320 ms (").And.EndsWith("less, 95 %)"));
    }

    [Test]
    public void WhereItIsOpenWhatRanBesideASuspectTheVerdictHoldsForEveryReading()
    {
        var verdict = Judge(Db, Blamed.Replay(Beside.Took(Blamed.Around(300)), Alone.Took(Blamed.Around(150)))).Verdict;
        Assert.That((verdict.Outcome, verdict.SavedMs), Is.EqualTo((ProofOutcome.Proven, (double?)200)), "200 of 350 are more than half");
        Assert.That(verdict.SavedCi95, Is.EqualTo(new[] { 197.0, 353 }));
        Assert.That(verdict.Text, Is.EqualTo("proven: without db: response 500 → 150 to 300 ms (197 to 353 ms less, 95 %, alone or beside others)"));
        Assert.That(verdict.Readings!.Select(r => (r.Reading, r.Arm, r.SavedMs)), Is.EqualTo(new[]
        {
            (MetricReading.Beside, "without db, beside", 200.0), (MetricReading.Alone, "without db, alone", 350.0),
        }));
    }

    [TestCase(400, 150, ProofOutcome.Unsettled, Description = "too little if others ran beside it")]
    [TestCase(480, 450, ProofOutcome.Refuted)]
    [TestCase(480, 150, ProofOutcome.Unsettled)]
    public void OneReadingThatDoesNotProveItSettlesNothingAndAllThatDoNotRefuteIt(double beside, double alone, ProofOutcome outcome) =>
        Assert.That(Judge(Db, Blamed.Replay(Beside.Took(Blamed.Around(beside)), Alone.Took(Blamed.Around(alone)))).Verdict.Outcome, Is.EqualTo(outcome));

    [Test]
    public void ASuspectThatOthersMayHaveCoveredIsNeverProven()
    {
        var verdict = Judge(Db, Blamed.Replay(Alone.Took(Blamed.Around(150)))).Verdict;
        Assert.That((verdict.Outcome, verdict.SavedMs), Is.EqualTo((ProofOutcome.Unsettled, (double?)0)));
        Assert.That(verdict.Text, Is.EqualTo("not settled: without db: response 500 → 150 to 500 ms (0 to 353 ms less, 95 %, alone or beside others)"));
    }

    [Test]
    public void WhatASuspectSavesAloneCannotBeToldWithoutItsArm()
    {
        var verdict = Judge(Db, Blamed.Replay(Beside.Took(Blamed.Around(150)))).Verdict;
        Assert.That((verdict.Outcome, verdict.SavedCi95), Is.EqualTo((ProofOutcome.Unsettled, (IReadOnlyList<double>?)null)));
    }

    [Test]
    public void NobodyIsPointedToByAReadingThatMayBeWrong()
    {
        var cache = Alone with { Name = "without cache, alone", Removed = "cache" };
        Assert.That(Judge(Db, Blamed.Replay(WithoutDb.Took(Blamed.AsIs), cache.Took(Blamed.Around(100)))).Verdict.PointsTo, Is.Null);
        Assert.That(Judge(Db, Blamed.Replay(WithoutDb.Took(Blamed.AsIs), (cache with { Reading = MetricReading.Beside }).Took(Blamed.Around(100)))).Verdict.PointsTo, Is.EqualTo("cache"));
    }

    [TestCase(174, ProofOutcome.Refuted)]
    [TestCase(175, ProofOutcome.Unsettled)]
    [TestCase(175.5, ProofOutcome.Proven)]
    public void HalfOfTheClaimIsTheLimit(double saved, ProofOutcome outcome)
    {
        var replay = Blamed.Replay() with { Arms = [ArmPlan.Control.Took(500, 500, 500, 500), WithoutDb.Took([.. Enumerable.Repeat(500 - saved, 4)])] };
        Assert.That(Judge(Db, replay).Verdict.Outcome, Is.EqualTo(outcome));
    }

    [Test]
    public void AReplayThatWasNotTheStepAsItWasRefutesNobodyButMayProve()
    {
        var refuting = Blamed.Replay(WithoutDb.Took(Blamed.Around(495)));
        StepReplay[] limited =
        [
            refuting with { Limits = ["a web socket was open"] },
            refuting with { Replay = new ReplayCounts(9, 0, 1, 0) },
            refuting with { Replay = new ReplayCounts(9, 0, 0, 1) },
        ];
        foreach (var replay in limited)
            Assert.That(Judge(Db, replay).Verdict.Outcome, Is.EqualTo(ProofOutcome.Unsettled));
        foreach (var live in limited[1..])
            Assert.That(Judge(Db, live).Culprit.Kind, Is.EqualTo(CulpritKind.Backend), "what was live may have been its own request");
        Assert.That(Judge(Db, refuting with { Replay = new ReplayCounts(5, 5, 0, 0) }).Verdict.Outcome, Is.EqualTo(ProofOutcome.Refuted), "close answers are answers");
        Assert.That(Judge(Db, Blamed.Replay(WithoutDb.Took(Blamed.Around(150))) with { Limits = ["a web socket was open"] }).Verdict.Outcome, Is.EqualTo(ProofOutcome.Proven));
    }

    [TestCase(495, CulpritKind.Unknown)]
    [TestCase(450, CulpritKind.Backend, Description = "too little to prove it, too much to clear it")]
    public void WhoWasFoundToCostNothingIsNotToBlameEvenWhereNothingIsSettled(double without, CulpritKind blamed) =>
        Assert.That(Judge(Db, Blamed.Replay(WithoutDb.Took(Blamed.Around(without))) with { Limits = ["a web socket was open"] }).Culprit.Kind, Is.EqualTo(blamed));

    // Of 300 ms of work twice the time takes 300 more, and a fourth of it 225 less than four times.
    [TestCase(1, 800)]
    [TestCase(4, 275)]
    public void WhatAnotherSpeedOfTheProcessorChangesIsExtrapolatedToNoWorkAtAll(double usual, double took)
    {
        var busy = Blamed.Culprit(CulpritKind.MainThread, ms: 300);
        var (proof, steps) = Report(Blamed.Step(busy), Blamed.Replay(Slower(usual).Took(Blamed.Around(took))));
        Assert.That((proof.Verdicts[0].Outcome, proof.Verdicts[0].SavedMs), Is.EqualTo((ProofOutcome.Proven, (double?)300)));
        Assert.That((proof.Effects[0].Extrapolated, proof.Effects[0].ResponseDeltaMs, proof.Effects[0].ResponsePredictedMs), Is.EqualTo((true, (double?)-300, (double?)200)));
        Assert.That(proof.Effects[0].ResponseCi95, Is.Ordered);
        Assert.That(steps[0].Interactions[0].Response!.Culprit!.Confidence, Is.EqualTo(Confidence.Proven));
    }

    [Test]
    public void AScriptThatWatchesAClockIsNotRefutedByASlowerProcessor()
    {
        var verdict = Judge(Blamed.Culprit(CulpritKind.MainThread, ms: 300), Blamed.Replay(Slower(1).Took(Blamed.AsIs)));
        Assert.That((verdict.Verdict.Outcome, verdict.Culprit.Kind), Is.EqualTo((ProofOutcome.Unsettled, CulpritKind.MainThread)));
    }

    [Test]
    public void AScriptsOwnFileDecidesBeforeTheProcessorAndAnothersFileNever()
    {
        const string Cart = Recorded.Shop + "cart.js";
        var replay = Blamed.Replay(Slower(1).Took(Blamed.AsIs), Without(Recorded.Shop + "ads.js").Took(Blamed.AsIs), Without(Cart).Took(Blamed.Around(200)));
        Assert.That(Judge(Blamed.Culprit(CulpritKind.MainThread, ms: 300, url: Cart), replay).Verdict.Outcome, Is.EqualTo(ProofOutcome.Proven));
        var other = Judge(Blamed.Culprit(CulpritKind.MainThread, ms: 300, url: Recorded.Shop + "inline"), replay);
        Assert.That(other.Verdict.Outcome, Is.EqualTo(ProofOutcome.Unsettled), "it was neither in the one file nor in the other");
    }

    [Test]
    public void WhomNobodyNamedIsFoundByWhatSavesMost()
    {
        var verdict = Judge(Blamed.Culprit(CulpritKind.Unknown, ms: 400), Blamed.Replay(ServerAtOnce.Took(Blamed.Around(100)), Slower(1).Took(Blamed.AsIs)));
        Assert.That((verdict.Verdict.Outcome, verdict.Verdict.PointsTo), Is.EqualTo((ProofOutcome.Proven, "server")));
        Assert.That(verdict.Verdict.Text, Does.StartWith("proven: server at once: response 500 → 100 ms"));
        Assert.That((verdict.Culprit.Kind, verdict.Culprit.Confidence), Is.EqualTo((CulpritKind.Network, Confidence.Proven)));
    }

    [Test]
    public void AWaitInWhichNothingRanStaysUnsettled()
    {
        var verdict = Judge(Blamed.Culprit(CulpritKind.Idle), Blamed.Replay(Slower(1).Took(Blamed.AsIs)));
        Assert.That((verdict.Verdict.Outcome, verdict.Verdict.Text), Is.EqualTo((ProofOutcome.Unsettled, "not settled: a wait in which nothing runs can't be replayed away")));
        Assert.That(verdict.Culprit.Kind, Is.EqualTo(CulpritKind.Idle));
    }

    [Test]
    public void AReplayThatIsNotTheStepAsItIsSettlesNothing()
    {
        var replay = Blamed.Replay() with { Arms = [ArmPlan.Baseline.Took(Blamed.Around(130)), ArmPlan.Control.Took(Blamed.AsIs), WithoutDb.Took(Blamed.Around(60))] };
        var verdict = Judge(Db, replay).Verdict;
        Assert.That(verdict.Outcome, Is.EqualTo(ProofOutcome.Unsettled));
        Assert.That(verdict.Text, Does.EndWith("; the replay was not the step as it is: 130 ms live, 500 ms replayed"));
    }

    [Test]
    public void WithoutItsArmOrAControlASuspectIsNotSettled()
    {
        foreach (var replay in new[] { Blamed.Replay(), Blamed.Replay() with { Arms = [ArmPlan.Baseline.Took(Blamed.AsIs), WithoutDb.Took(Blamed.Around(100))] } })
            Assert.That(Judge(Db, replay).Verdict.Text, Is.EqualTo("not settled: no run counts that would tell"));
    }

    [Test]
    public void ASmallSavingPointsToNobody()
    {
        var verdict = Judge(Db, Blamed.Replay(WithoutDb.Took(Blamed.AsIs), ServerAtOnce.Took(Blamed.Around(380))));
        Assert.That((verdict.Verdict.PointsTo, verdict.Culprit.Kind), Is.EqualTo(((string?)null, CulpritKind.Unknown)));
    }

    [Test]
    public void BothWindowsAreJudgedEachByItsOwn()
    {
        var step = Blamed.Step(Db, Db with { Ms = 100 });
        var replay = Blamed.Replay() with { Arms = [ArmPlan.Control.TookBoth(Blamed.AsIs), WithoutDb.TookBoth(Blamed.Around(150))] };
        var (proof, steps) = Report(step, replay with { Arms = [.. replay.Arms.Select(a => a with { Runs = [.. a.Runs.Select(r => r with { InpMs = 200 })] })] });
        Assert.That(proof.Verdicts.Select(v => (v.Window, v.Outcome)), Is.EqualTo(new[] { (WindowKind.Inp, ProofOutcome.Refuted), (WindowKind.Response, ProofOutcome.Proven) }));
        Assert.That(steps[0].Interactions[0].Inp!.Culprit!.Kind, Is.EqualTo(CulpritKind.Unknown));
        Assert.That(steps[0].Interactions[0].Response!.Culprit!.Kind, Is.EqualTo(CulpritKind.Backend));
    }

    private static Arm Slower(double usual) => Blamed.Arms(Blamed.Step(Blamed.Culprit(CulpritKind.MainThread)), usual).Single();

    private static Arm Without(string url) => new() { Name = "without " + url, Kind = ArmKind.WithoutScript, Removed = url };

    private static SuspectVerdict Judge(Culprit culprit, StepReplay replay) => SuspectVerdict.Of(Suspect.In(Blamed.Step(culprit)).Single(), replay);

    private static (Proof Proof, IReadOnlyList<StepResult> Steps) Report(StepResult step, StepReplay replay) =>
        ProofReport.Of(new ProofEvidence { Steps = [replay] }, [step]);
}
