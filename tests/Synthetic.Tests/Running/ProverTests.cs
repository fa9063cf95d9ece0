using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Replaying;
using Synthetic.Core.Proving.Trials;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Running;

public sealed class ProverTests
{
    private static readonly Scenario Shop = new() { Name = "place-order" };

    [Test]
    public async Task ArmsRunInTurnAndEachRoundBeginsWithAnother()
    {
        var experiments = new FakeExperiments(Restless);
        await ProveAsync(experiments);
        Assert.That(experiments.Names, Is.EqualTo(new[]
        {
            "recording", "rehearsal",
            "baseline", "control", "without db",
            "control", "without db", "baseline",
            "without db", "baseline", "control",
            "baseline", "control", "without db",
            "control", "without db", "baseline",
        }));
        Assert.That(experiments.Seen.Select(e => e.Step), Is.All.Zero);
        Assert.That(experiments.Seen.Where(e => e.Replayed is not null).Select(e => e.Arm.Name).Distinct(), Is.EquivalentTo(new[] { "rehearsal", "control", "without db" }));
        Assert.That(experiments.Seen.Select(e => e.Replayed).OfType<Recording>(), Is.All.SameAs(experiments.Recording));
    }

    [Test]
    public async Task TheRecordingIsTheWarmUpAndCountsForNothing()
    {
        var record = await ProveAsync(new FakeExperiments((e, n) => n == 0 ? 5000 : Restless(e, n)));
        var baseline = record.Evidence!.Proof!.Steps[0].Arms[0];
        Assert.That((baseline.Arm.Kind, baseline.Runs.Count), Is.EqualTo((ArmKind.Baseline, 5)));
        Assert.That(baseline.Runs.Select(r => r.ResponseMs), Is.All.LessThan(700));
    }

    [Test]
    public async Task ASuspectIsProvenByWhatItsArmSaves()
    {
        var record = await ProveAsync(new FakeExperiments(Steady) { Replay = new ReplayCounts(1, 0, 0, 0) });
        Assert.That(record.Proof!.Verdicts.Select(v => (v.Outcome, v.SavedMs)), Is.EqualTo(new[] { (ProofOutcome.Proven, (double?)350) }));
        Assert.That(record.Steps[0].Interactions[0].Response!.Culprit!.Confidence, Is.EqualTo(Confidence.Proven));
        Assert.That((record.Proof.Replay.Exact, record.Proof.DurationMs, record.Proof.Limits), Is.EqualTo((13, 14_000.0, Array.Empty<string>())));
    }

    [Test]
    public async Task WhatAReplayCostsIsLeftOutOfTheHoldsFromTheRehearsalOn()
    {
        var experiments = new FakeExperiments(Steady) { Cost = n => n switch { 1 => 9, 2 => null, _ => 5 } };
        await ProveAsync(experiments);
        Assert.That(experiments.Seen.Where(e => e.Arm.Kind == ArmKind.Baseline || e.Records).Select(e => e.ReplayCostMs), Is.All.Zero);
        Assert.That(experiments.Seen[1].ReplayCostMs, Is.Zero, "nothing is known before the rehearsal");
        Assert.That(experiments.Seen[3].ReplayCostMs, Is.EqualTo(9));
        Assert.That(experiments.Seen[^1].ReplayCostMs, Is.EqualTo(5), "the median of all so far");
    }

    [Test]
    public async Task APageThatTakesNoRecordedAnswersIsFoundOutInTheRehearsal()
    {
        var experiments = new FakeExperiments(Steady) { Fails = (e, _) => e.Replayed is not null };
        var record = await ProveAsync(experiments);
        Assert.That(experiments.Names, Is.EqualTo(new[] { "recording", "rehearsal" }));
        Assert.That(record.Proof!.Limits.Single(), Does.StartWith("Place order: not replayed: the page does not pass with recorded answers: it never came"));
    }

    [Test]
    public async Task AReplayThatWroteLiveIsTheLast()
    {
        var experiments = new FakeExperiments(Steady) { WritesLive = n => n == 4 };
        await ProveAsync(experiments);
        Assert.That(experiments.Seen, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task FourRunsOfEachAreEnoughWhereTheyAgree()
    {
        var experiments = new FakeExperiments(Steady);
        await ProveAsync(experiments);
        Assert.That(experiments.Seen, Has.Count.EqualTo(2 + (3 * 4)));
    }

    [Test]
    public async Task ANoisyRunIsRepeatedAndNotAveragedIn()
    {
        var experiments = new FakeExperiments((e, n) => n is 2 or 5 or 6 ? 3000 : Restless(e, n)) { Noisy = (_, n) => n is 2 or 5 or 6 };
        var arms = (await ProveAsync(experiments)).Evidence!.Proof!.Steps[0].Arms;
        Assert.That(arms.Select(a => a.Runs.Count), Is.All.EqualTo(5));
        Assert.That(arms.Select(a => (a.Arm.Name, a.Noisy)), Is.EqualTo(new[] { ("baseline", 1), ("control", 1), ("without db", 1) }));
        Assert.That(arms.SelectMany(a => a.Runs).Select(r => r.ResponseMs), Is.All.LessThan(700));
        Assert.That(experiments.Seen, Has.Count.EqualTo(2 + 15 + 3));
    }

    [Test]
    public async Task AHostThatStaysNoisyIsGivenUp()
    {
        var experiments = new FakeExperiments(Steady) { Noisy = (_, _) => true };
        var proof = (await ProveAsync(experiments)).Proof!;
        Assert.That(experiments.Seen, Has.Count.EqualTo(2 + 10));
        Assert.That(proof.Limits, Is.EqualTo(new[] { "Place order: the host stayed noisy; what was measured on it was left out" }));
        Assert.That((proof.Arms.Sum(a => a.Runs), proof.Arms.Sum(a => a.Noisy), proof.Verdicts[0].Outcome), Is.EqualTo((0, 10, ProofOutcome.Unsettled)));
    }

    [Test]
    public async Task WhenTimeIsUpWhatWasFoundCounts()
    {
        var experiments = new FakeExperiments(Steady);
        var proof = (await ProveAsync(experiments, seconds: 6)).Proof!;
        Assert.That(experiments.Seen, Has.Count.EqualTo(6));
        Assert.That(proof.Limits, Is.EqualTo(new[] { "Place order: time was up before every arm had 4 runs" }));
        Assert.That(proof.Verdicts[0].Text, Does.Contain("from too few runs"));
    }

    [TestCase(1, 1, 0)]
    [TestCase(3, 3, 2)]
    [TestCase(100, 6, 5)]
    public async Task NoMoreRunsWriteThanTheScenarioAllows(int writes, int live, int baselines)
    {
        var experiments = new FakeExperiments(Restless);
        var record = await ProveAsync(experiments, Shop with { Proof = new ProofRule(writes, false) });
        Assert.That((experiments.Live, experiments.Names.Count(n => n == "baseline")), Is.EqualTo((live, baselines)));
        Assert.That(record.Proof!.Verdicts[0].Outcome, Is.EqualTo(ProofOutcome.Proven));
    }

    [TestCase(3, 3, TestName = "more than the proven run, always: recording and two baselines send nine of ten")]
    [TestCase(0, 6, TestName = "nothing: every baseline runs")]
    public async Task WhatLiveRunsReallySendIsWhatCounts(int sent, int live)
    {
        var experiments = new FakeExperiments(Restless) { LiveWrites = (e, _) => e.Replayed is null ? sent : 0 };
        await ProveAsync(experiments, Shop with { Proof = new ProofRule(10, false) });
        Assert.That(experiments.Live, Is.EqualTo(live));
    }

    [Test]
    public async Task ABaselineThatSendsMoreThanIsLeftIsTheLast()
    {
        var experiments = new FakeExperiments(Restless) { LiveWrites = (e, n) => e.Replayed is not null ? 0 : n == 0 ? 1 : 9 };
        var record = await ProveAsync(experiments, Shop with { Proof = new ProofRule(5, false) });
        Assert.That(experiments.Live, Is.EqualTo(2));
        Assert.That(record.Proof!.Verdicts[0].Outcome, Is.EqualTo(ProofOutcome.Proven));
    }

    [Test]
    public async Task RunsThatCountForNothingWriteAsWell()
    {
        var noisy = new FakeExperiments(Restless) { Noisy = (e, _) => e.Replayed is null };
        await ProveAsync(noisy, Shop with { Proof = new ProofRule(4, false) });
        Assert.That(noisy.Live, Is.EqualTo(4));
        var failing = new FakeExperiments(Restless) { Fails = (e, n) => e.Replayed is null && n > 0 };
        await ProveAsync(failing, Shop with { Proof = new ProofRule(2, false) });
        Assert.That(failing.Live, Is.EqualTo(2));
    }

    [Test]
    public async Task WhereNoRunMayWriteNothingIsProvenAndTheReasonIsSaid()
    {
        var experiments = new FakeExperiments(Steady);
        var record = await ProveAsync(experiments, Shop with { Proof = new ProofRule(0, false) });
        Assert.That(experiments.Seen, Is.Empty);
        Assert.That((record.Proof!.Arms.Count, record.Proof.Verdicts.Count), Is.EqualTo((0, 0)));
        Assert.That(record.Proof.Limits, Is.EqualTo(new[] { "Place order: not replayed: a run of it writes once, and proof.maxWrites is 0" }));
        Assert.That(record.Steps[0].Interactions[0].Response!.Culprit!.Confidence, Is.EqualTo(Confidence.Inferred));
    }

    [Test]
    public async Task AnArmThatFailsTwiceIsGivenUpAndTheOthersGoOn()
    {
        var experiments = new FakeExperiments(Restless) { Fails = (e, _) => e.Arm.Kind == ArmKind.WithoutComponent };
        var record = await ProveAsync(experiments);
        Assert.That(experiments.Names.GroupBy(n => n).Select(g => (g.Key, g.Count())), Is.EquivalentTo(new[] { ("recording", 1), ("rehearsal", 1), ("baseline", 4), ("control", 4), ("without db", 2) }));
        var arm = record.Proof!.Arms.Single(a => a.Name == "without db");
        Assert.That((arm.Runs, arm.Impossible), Is.EqualTo((0, "the step failed: it never came")));
        Assert.That(record.Proof.Verdicts[0].Outcome, Is.EqualTo(ProofOutcome.Unsettled));
    }

    [Test]
    public async Task ARunThatFailsOnceIsRepeated()
    {
        var experiments = new FakeExperiments(Restless) { Fails = (_, n) => n is 3 };
        var arms = (await ProveAsync(experiments)).Proof!.Arms;
        Assert.That(arms.Select(a => (a.Runs, a.Impossible)), Is.All.EqualTo((5, (string?)null)));
    }

    [Test]
    public async Task WhereTheRecordingFailsTheReasonIsSaid()
    {
        var experiments = new FakeExperiments(Steady) { Fails = (_, n) => n == 0 };
        var record = await ProveAsync(experiments);
        Assert.That(experiments.Seen, Has.Count.EqualTo(1));
        Assert.That(record.Proof!.Limits, Is.EqualTo(new[] { "Place order: not replayed: its recording failed: it never came" }));
    }

    [Test]
    public async Task WhereAStepDoesNotPassWithoutThirdPartiesTheyAreAnsweredAtOnce()
    {
        var experiments = new FakeExperiments((e, n) => e.Arm.Kind == ArmKind.ThirdPartiesAtOnce ? 100 + n : 500 + n)
        {
            Evidence = response => new EvidenceBuilder().Clicks().Fetches(10, response - 50, url: "https://pay.other/x", method: "GET").Shows(response),
            Fails = (e, _) => e.Arm.Kind == ArmKind.ThirdPartiesBlocked,
        };
        var record = await ProveAsync(experiments);
        var proof = record.Proof!;
        var blocked = proof.Arms.Single(a => a.Name == "third parties blocked");
        Assert.That((blocked.Runs, blocked.Impossible), Is.EqualTo((0, "the step does not pass without them; their answers were given at once instead")));
        Assert.That(experiments.Names.Count(n => n == "third parties blocked"), Is.EqualTo(1));
        Assert.That(proof.Arms.Single(a => a.Name == "third parties at once").Runs, Is.GreaterThanOrEqualTo(4));
        var culprit = record.Steps[0].Interactions[0].Response!.Culprit!;
        Assert.That((proof.Verdicts[0].PointsTo, culprit.Kind, culprit.Component), Is.EqualTo(("third parties", CulpritKind.Network, "third-party")));
    }

    [Test]
    public async Task WhereASuspectIsClearedTheCauseIsLookedForElsewhere()
    {
        var experiments = new FakeExperiments((e, _) => e.Arm.Kind == ArmKind.ServerAtOnce ? 100 : 500);
        var record = await ProveAsync(experiments);
        Assert.That(experiments.Names.Distinct(), Is.EqualTo(new[] { "recording", "rehearsal", "baseline", "control", "without db", "server at once", "network at once", "CPU 2 times slower" }));
        Assert.That(record.Proof!.Verdicts.Select(v => (v.Outcome, v.PointsTo)), Is.EqualTo(new[] { (ProofOutcome.Refuted, "server") }));
        Assert.That(record.Steps[0].Interactions[0].Response!.Culprit!.Kind, Is.EqualTo(CulpritKind.Network));
    }

    [Test]
    public async Task TimeThatIsUpInTheSearchDoesNotTakeARefutationBack()
    {
        var experiments = new FakeExperiments((_, _) => 500) { Noisy = (_, n) => n is 15 or 16 };
        var record = await ProveAsync(experiments, seconds: 13.5);
        Assert.That(experiments.Seen, Has.Count.EqualTo(27), "twice the time, to look elsewhere");
        Assert.That(record.Proof!.Limits, Is.EqualTo(new[] { "Place order: time was up before every arm had 4 runs" }));
        Assert.That(record.Proof.Verdicts.Select(v => v.Outcome), Is.EqualTo(new[] { ProofOutcome.Refuted }));
    }

    [Test]
    public async Task CancellingEndsItAndWhatWasFoundByThenCounts()
    {
        using var stop = new CancellationTokenSource();
        var experiments = new FakeExperiments(Steady) { During = n => { if (n == 5) stop.Cancel(); } };
        var record = await ProveAsync(experiments, ct: stop.Token);
        Assert.That(experiments.Seen, Has.Count.EqualTo(6));
        Assert.That(record.Proof!.Arms.Sum(a => a.Runs), Is.EqualTo(3), "the run that was ended counts for nothing");
    }

    [Test]
    public async Task CancellingTheRecordingBlamesNobodyForIt()
    {
        using var stop = new CancellationTokenSource();
        var experiments = new FakeExperiments(Steady) { During = _ => stop.Cancel() };
        var record = await ProveAsync(experiments, ct: stop.Token);
        Assert.That((experiments.Seen.Count, record.Proof!.Arms.Count), Is.EqualTo((1, 0)));
        Assert.That(record.Proof.Limits, Is.EqualTo(new[] { "stopped before its end" }));
    }

    [Test]
    public async Task TheSlowestStepComesFirstAndWhatNoTimeIsLeftForIsNamed()
    {
        var experiments = new FakeExperiments((e, n) => Steady(e, n))
        {
            Evidence = response => FakeExperiments.SlowDatabase(response)
                .NextStep("Pay", 7000).Clicks(at: 7010, id: 8).Fetches(6010, 800, "db;dur=700", method: "GET").Shows(6000 + 850),
        };
        var record = await ProveAsync(experiments, seconds: 4);
        Assert.That(experiments.Seen.Select(e => e.Step), Is.All.EqualTo(1));
        Assert.That(record.Proof!.Limits, Does.Contain("Place order: not replayed, time was up; the slowest step comes first"));
    }

    [Test]
    public async Task ARunThatDidNotGetToItsEndOrBlamesNobodyIsReturnedAsItIs()
    {
        var experiments = new FakeExperiments(Steady);
        RunRecord[] records =
        [
            FakeExperiments.SlowDatabase(500).Ends(RunEnding.Aborted).Record(),
            FakeExperiments.SlowDatabase(500).Ends(RunEnding.Broken).Record(),
            FakeExperiments.SlowDatabase(500).Ends(RunEnding.Completed, new Failure("Place order", FailureKind.Expectation, "it never came")).Record(),
            FakeExperiments.SlowDatabase(500).Record() with { Evidence = null },
            new EvidenceBuilder().Clicks().Shows(40).Record(),
        ];
        foreach (var record in records)
            Assert.That(await ProveAsync(experiments, record: record), Is.SameAs(record));
        Assert.That(experiments.Seen, Is.Empty);
    }

    [Test]
    public async Task EveryRunIsToldBeforeItBegins()
    {
        var told = new Told();
        var experiments = new FakeExperiments(Steady);
        await ProveAsync(experiments, progress: told);
        Assert.That(told.All.Select(p => p.Arm), Is.EqualTo(experiments.Names));
        Assert.That(told.All.Select(p => p.Done), Is.EqualTo(Enumerable.Range(0, 14)));
        Assert.That(told.All.Skip(2).Select(p => p.Planned), Is.All.EqualTo(17));
        Assert.That(told.All.Select(p => (p.Scenario, p.Step)).Distinct(), Is.EqualTo(new[] { ("place-order", "Place order") }));
    }

    private static double Steady(Experiment experiment, int number) => (experiment.Arm.Kind == ArmKind.WithoutComponent ? 150 : 500) + (number % 2);

    /// <summary>Runs that differ too much for four of each to be enough.</summary>
    private static double Restless(Experiment experiment, int number) => Steady(experiment, number) + (number * 5 % 16 * 5);

    private static Task<RunRecord> ProveAsync(
        FakeExperiments experiments, Scenario? scenario = null, double seconds = 1000, RunRecord? record = null, IProgress<ProofProgress>? progress = null, CancellationToken ct = default) =>
        new Prover(experiments, experiments.Time).ProveAsync(
            scenario ?? Shop, record ?? experiments.Evidence(500).Record(), new ProofPlan { Time = TimeSpan.FromSeconds(seconds) }, progress, ct);

    private sealed class Told : IProgress<ProofProgress>
    {
        public List<ProofProgress> All { get; } = [];

        public void Report(ProofProgress value) => All.Add(value);
    }
}
