using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Arms;
using Synthetic.Core.Proving.Trials;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Proving;

public sealed class ProofScheduleTests
{
    private static readonly StepResult SlowDatabase = Blamed.Step(Blamed.Culprit(CulpritKind.Backend, "db"));

    private static readonly StepResult SlowThirdParty = Blamed.Step(Blamed.Culprit(CulpritKind.Network, "third-party", requests: 1)) with
    {
        Requests = [Blamed.Request(1, "https://pay.other/x", thirdParty: true)],
    };

    [Test]
    public void TheRecordingComesFirstThenTheRehearsalThenTheArms()
    {
        var (names, _) = Run(SlowDatabase, trial => Took(trial, 500));
        Assert.That(names.Take(5), Is.EqualTo(new[] { "recording", "rehearsal", "baseline", "control", "without db" }));
    }

    [Test]
    public void EachRoundBeginsWithTheNextArm()
    {
        var (names, _) = Run(SlowDatabase, trial => Took(trial, trial.Arm.Kind == ArmKind.WithoutComponent ? 150 : 500));
        Assert.That(names.Skip(2).Chunk(3).Select(round => round[0]), Is.EqualTo(new[] { "baseline", "control", "without db", "baseline" }));
    }

    [Test]
    public void FourRunsOfEachAreEnoughWhereTheyAgree()
    {
        var (names, end) = Run(SlowDatabase, trial => Took(trial, trial.Arm.Kind == ArmKind.WithoutComponent ? 150 : 500));
        Assert.That((names.Count, end.Notes.Count, end.LooksElsewhere), Is.EqualTo((14, 0, false)));
    }

    [Test]
    public void AHostThatStaysNoisyIsGivenUpAfterTenRuns()
    {
        var (names, end) = Run(SlowDatabase, trial => Took(trial, 500) with { HostWasNoisy = trial.Role == TrialRole.Arm });
        Assert.That(names, Has.Count.EqualTo(2 + 10));
        Assert.That(end.Notes, Is.EqualTo(new[] { "Place order: the host stayed noisy; what was measured on it was left out" }));
    }

    [Test]
    public void AClearedSuspectAddsTheOtherArmsAndDoublesTheTime()
    {
        var (names, end) = Run(SlowDatabase, trial => Took(trial, 500));
        Assert.That(names.Skip(14).Distinct(), Is.EqualTo(new[] { "CPU 2 times slower" }));
        Assert.That((end.LooksElsewhere, end.TimeLimit), Is.EqualTo((true, TimeSpan.FromSeconds(2000))));
        Assert.That(end.Arms.Take(3).Select(a => a.Runs.Count), Is.All.EqualTo(4));
    }

    [Test]
    public void ThirdPartiesThatTheStepNeedsAreAnsweredAtOnceFromTheNextRoundOn()
    {
        var (names, end) = Run(SlowThirdParty, trial => trial.Arm.Kind == ArmKind.ThirdPartiesBlocked ? new TrialOutcome { Failure = "it never came" } : Took(trial, 500));
        Assert.That(names.Count(n => n == "third parties blocked"), Is.EqualTo(1));
        Assert.That(names.Count(n => n == "third parties at once"), Is.GreaterThanOrEqualTo(4));
        Assert.That(end.Arms.Single(a => a.Arm.Kind == ArmKind.ThirdPartiesBlocked).Impossible, Does.StartWith("the step does not pass without them"));
    }

    [Test]
    public void ABrowserThatDiesSaysNothingAboutThirdPartiesTheFirstTime()
    {
        var (names, _) = Run(SlowThirdParty, trial => trial.Arm.Kind == ArmKind.ThirdPartiesBlocked ? new TrialOutcome { Ending = RunEnding.Broken } : Took(trial, 500));
        Assert.That(names.Count(n => n == "third parties blocked"), Is.EqualTo(2));
    }

    [Test]
    public void AnArmThatFailsTwiceIsGivenUp()
    {
        var (names, end) = Run(SlowDatabase, trial => trial.Arm.Kind == ArmKind.WithoutComponent ? new TrialOutcome { Failure = "it never came" } : Took(trial, 500));
        Assert.That(names.Count(n => n == "without db"), Is.EqualTo(2));
        Assert.That(end.Arms.Single(a => a.Arm.Name == "without db").Impossible, Is.EqualTo("the step failed: it never came"));
    }

    [Test]
    public void WithoutAControlThereIsNothingToCompareWith()
    {
        var (_, end) = Run(SlowDatabase, trial => trial.Role == TrialRole.Arm && !trial.Live ? new TrialOutcome() : Took(trial, 500));
        Assert.That(end.Notes, Is.EqualTo(new[] { "Place order: its replay does not pass, so there is nothing to compare with" }));
    }

    [TestCase(10, 5)]
    [TestCase(4, 3)]
    [TestCase(1, 0)]
    public void LiveRunsEndWhenTheirWritesAreUsedUp(int allowed, int baselines)
    {
        var number = 0;
        var (names, _) = Run(SlowDatabase, Restless, new WriteBudget(allowed, allowed, 1));
        Assert.That(names.Count(n => n == "baseline"), Is.EqualTo(baselines));

        // Runs that differ too much for four of each to be enough.
        TrialOutcome Restless(NextTrial trial)
        {
            var ms = (trial.Arm.Kind == ArmKind.WithoutComponent ? 150 : 500) + (number % 2) + (number * 5 % 16 * 5);
            number++;
            return Took(trial, ms) with { LiveWrites = trial.Live ? 1 : 0 };
        }
    }

    [Test]
    public void TimeThatIsUpEndsItAndIsNoted()
    {
        var (names, end) = Run(SlowDatabase, trial => Took(trial, 500), seconds: 6);
        Assert.That(names, Has.Count.EqualTo(6));
        Assert.That(end.Notes, Is.EqualTo(new[] { "Place order: time was up before every arm had 4 runs" }));
    }

    [Test]
    public void AProofThatHasEndedTakesNoOutcome()
    {
        var (_, end) = Run(SlowDatabase, trial => Took(trial, 500), new WriteBudget(0, 0, 1));
        Assert.That(() => new ProofSchedule(ArmsOf(SlowDatabase), new ProofPlan { Time = TimeSpan.FromSeconds(1) }).After(end, new TrialOutcome()), Throws.ArgumentException);
    }

    [TestCase(10, 3, 7, 2)]
    [TestCase(2, 3, -1, 0)]
    [TestCase(10, 0, 10, 10)]
    public void ARunThatSendsMoreThanExpectedIsWhatTheNextIsExpectedToSend(int left, int sent, int leftAfter, int runs)
    {
        var after = new WriteBudget(10, left, 1).After(sent);
        Assert.That((after.Left, after.Runs), Is.EqualTo((leftAfter, runs)));
    }

    /// <summary>Runs a schedule to its end; each trial takes a second.</summary>
    private static (List<string> Names, ProofState End) Run(
        StepResult step, Func<NextTrial, TrialOutcome> bring, WriteBudget? writes = null, double seconds = 1000)
    {
        var schedule = new ProofSchedule(ArmsOf(step), new ProofPlan { Time = TimeSpan.FromSeconds(seconds) });
        var names = new List<string>();
        var state = schedule.Begin(step, writes ?? new WriteBudget(10, 10, 0));
        while (state.Next is { } next)
        {
            names.Add(next.Name);
            state = schedule.After(state, bring(next) with { Elapsed = TimeSpan.FromSeconds(names.Count), RecordedAnswers = next.Role == TrialRole.Recording ? 1 : null });
        }
        return (names, state);
    }

    private static ArmPlan ArmsOf(StepResult step) => new(step, EvidenceBuilder.Header, usualCpuRate: 1);

    private static TrialOutcome Took(NextTrial trial, double ms) => new() { Measured = new ArmRun(40, ms), Slowdown = trial.Arm.CpuRate };
}
