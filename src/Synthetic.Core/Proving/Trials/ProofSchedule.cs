using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Arms;
using Synthetic.Core.Records;

namespace Synthetic.Core.Proving.Trials;

/// <summary>
/// Decides which run of a step comes next, and when enough is known: a pure function of what the runs so far brought.
/// The recording comes first, then a rehearsal of the replay, then the arms in turn, round after round.
/// </summary>
/// <param name="arms">Chooses the arms.</param>
/// <param name="plan">How much the proof may take.</param>
internal sealed class ProofSchedule(ArmPlan arms, ProofPlan plan)
{
    /// <summary>The state before the first run.</summary>
    /// <param name="step">The step as it was measured.</param>
    /// <param name="writes">What its live runs may write.</param>
    public ProofState Begin(StepResult step, WriteBudget writes)
    {
        var state = new ProofState(step, writes, plan.Time);
        // Baseline and control alone tell nothing: their live runs would write in vain.
        if (DecidingArms(step).Count == 0)
            return state.NotReplayed("nothing that a replay could take away is suspected");
        if (writes.Runs == 0)
            return state.NotReplayed($"a run of it writes {(writes.PerRun == 1 ? "once" : $"{writes.PerRun} times")}, and proof.maxWrites is {writes.Allowed}{(writes.Left < writes.Allowed ? $", of which {writes.Left} are left" : "")}");
        return state with { Next = new NextTrial(TrialRole.Recording, ArmPlan.Baseline) };
    }

    /// <summary>The state after a run.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="outcome">What the run brought.</param>
    /// <exception cref="ArgumentException">No run was to come.</exception>
    public ProofState After(ProofState state, TrialOutcome outcome)
    {
        var trial = state.Next ?? throw new ArgumentException("The proof has ended.", nameof(state));
        var ran = state with
        {
            Next = null,
            Done = state.Done + 1,
            Writes = state.Writes.After(outcome.LiveWrites),
            Elapsed = outcome.Elapsed,
            Cancelled = outcome.Cancelled,
        };
        return trial.Role switch
        {
            TrialRole.Recording => AfterRecording(ran, outcome),
            TrialRole.Rehearsal => AfterRehearsal(ran.Noting(outcome), outcome),
            TrialRole.Arm => Continue(outcome.Cancelled ? ran : AfterArm(ran.Noting(outcome), trial.Arm, outcome)),
        };
    }

    private ProofState AfterRecording(ProofState state, TrialOutcome outcome)
    {
        if (outcome.Measured is null || outcome.RecordedAnswers is not { } answers)
            return outcome.Cancelled ? state : state.NotReplayed($"its recording failed{Reason(outcome)}");
        var recorded = state with { Recorded = true, Limits = state.Limits.Union(outcome.Limits) };
        return answers == 0 || recorded.IsOver
            ? BeginRounds(recorded)
            : recorded with { Next = new NextTrial(TrialRole.Rehearsal, ArmPlan.Rehearsal) };
    }

    private ProofState AfterRehearsal(ProofState state, TrialOutcome outcome)
    {
        // A page that takes no recorded answer would have each of many runs wait for its whole timeout.
        if (outcome is { Measured: null, Ending: RunEnding.Completed })
            return state.NotReplayed($"the page does not pass with recorded answers{Reason(outcome)}");
        return state.WroteLive ? state : BeginRounds(state);
    }

    private ProofState BeginRounds(ProofState state) =>
        BeginRound(state with { Arms = [.. DecidingArms(state.Step).Prepend(ArmPlan.Control).Prepend(ArmPlan.Baseline).Select(State)] }, round: 0);

    private ProofState AfterArm(ProofState state, Arm arm, TrialOutcome outcome)
    {
        var before = state.Arms.First(a => a.Arm.Name == arm.Name);
        var after = before.After(outcome);
        var replaced = state.Arms.Select(a => a == before ? after : a);
        return state with
        {
            Arms = after is { Arm.Kind: ArmKind.ThirdPartiesBlocked, Impossible: not null }
                ? [.. replaced, State(ArmPlan.ThirdParties(ArmKind.ThirdPartiesAtOnce))]
                : [.. replaced],
        };
    }

    /// <summary>Goes on with the round, or with what follows it.</summary>
    private ProofState Continue(ProofState state)
    {
        if (state.IsOver)
            return EndRounds(state);
        Arm[] turn = [.. state.Turn.SkipWhile(arm => !state.CanRun(state.Arms.First(a => a.Arm.Name == arm.Name)))];
        if (turn.Length > 0)
            return (state with { Turn = turn[1..] }).Running(turn[0]);
        return !state.NeedsRuns && (IsNarrow(state) || ClearsSuspect(state)) ? EndRounds(state) : BeginRound(state, state.Round + 1);
    }

    /// <summary>Each round begins with another arm, so that what drifts during a proof drifts for all.</summary>
    private ProofState BeginRound(ProofState state, int round)
    {
        var first = round % state.Arms.Count;
        return state.Arms.Any(state.CanRun)
            ? Continue(state with { Round = round, Turn = [.. state.Arms.Skip(first).Concat(state.Arms.Take(first)).Select(a => a.Arm)] })
            : EndRounds(state);
    }

    /// <summary>Looks for another cause where a suspect was cleared, once, and ends the proof otherwise.</summary>
    private ProofState EndRounds(ProofState state)
    {
        if (state.LooksElsewhere || !ClearsSuspect(state))
            return state with { Notes = Notes(state) };
        var others = arms.Further().Where(arm => !state.Arms.Any(a => a.Arm.Name == arm.Name)).Select(State);
        return BeginRound(
            state with { LooksElsewhere = true, TimeLimit = plan.TimeToPointElsewhere, Arms = [.. state.Arms.Select(a => a.Stopped()), .. others] },
            round: 0);
    }

    private static List<string> Notes(ProofState state)
    {
        var notes = new List<string>();
        if (state is { TimeIsUp: true, NeedsRuns: true })
            notes.Add($"{state.Step.Name}: time was up before every arm had {Shift.LeastRuns} runs");
        if (state.HostIsNoisy)
            notes.Add($"{state.Step.Name}: the host stayed noisy; what was measured on it was left out");
        if (state.HasNoControl)
            notes.Add($"{state.Step.Name}: its replay does not pass, so there is nothing to compare with");
        return notes;
    }

    private static bool ClearsSuspect(ProofState state) =>
        ProofReport.Of(new ProofEvidence { Steps = [state.ToReplay()] }, [state.Step]).Proof.Verdicts
            .Any(v => v is { Bystander: false, Outcome: ProofOutcome.Refuted });

    /// <summary>Whether every suspect's windows are known well enough in every arm.</summary>
    private static bool IsNarrow(ProofState state)
    {
        var replay = state.ToReplay();
        var windows = Suspect.In(state.Step).Select(s => s.Window).Distinct().ToArray();
        return replay.Arms.Select(a => ArmEffect.Of(a, replay)).OfType<ArmEffect>()
            .All(e => windows.All(w => e.In(w) is not { } shift || shift.High - shift.Low <= ProofThresholds.FrameMs));
    }

    private IReadOnlyList<Arm> DecidingArms(StepResult step) =>
        arms.Of(Suspect.BystanderOf(step) is { } bystander ? [.. Suspect.In(step), bystander] : Suspect.In(step));

    private ArmState State(Arm arm) => new(arm, plan.MostRuns);

    private static string Reason(TrialOutcome outcome) => outcome.Failure is { } failure ? $": {failure}" : "";
}
