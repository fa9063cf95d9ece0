using System.Collections.Immutable;
using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Proving.Trials;

/// <summary>How far the proof of one step is.</summary>
/// <param name="Step">The step as it was measured.</param>
/// <param name="Writes">What its live runs may still write.</param>
/// <param name="TimeLimit">How long it may take.</param>
internal sealed record ProofState(StepResult Step, WriteBudget Writes, TimeSpan TimeLimit)
{
    /// <summary>Runs left out for noise, over all arms, after which the host is given up.</summary>
    private const int MostNoisyRuns = 10;

    /// <summary>The run that comes next; <c>null</c> where the proof has ended.</summary>
    public NextTrial? Next { get; init; }

    /// <summary>The arms under way, the baseline and the control first; none before the step is recorded.</summary>
    public IReadOnlyList<ArmState> Arms { get; init; } = [];

    /// <summary>The arms that are still to run in this round.</summary>
    public IReadOnlyList<Arm> Turn { get; init; } = [];

    /// <summary>The round under way, from 0; the search for another cause counts anew.</summary>
    public int Round { get; init; }

    /// <summary>Whether a suspect was cleared, and another cause is looked for.</summary>
    public bool LooksElsewhere { get; init; }

    /// <summary>Whether the step's answers are known.</summary>
    public bool Recorded { get; init; }

    /// <summary>Runs that have ended.</summary>
    public int Done { get; init; }

    public ReplayCounts Replay { get; init; } = new(0, 0, 0, 0);

    /// <summary>What makes its runs less than the step was, a sentence each.</summary>
    public ImmutableSortedSet<string> Limits { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>What cut it short, a sentence each: unlike a limit it makes no run of it less than the step was.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What replayed answers came too late, in milliseconds, a value for each run that tells.</summary>
    public IReadOnlyList<double> ReplayCosts { get; init; } = [];

    public TimeSpan Elapsed { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>Whether a replay wrote to a server all the same: it must not be run again.</summary>
    public bool WroteLive { get; init; }

    public bool TimeIsUp => Elapsed >= TimeLimit;

    public bool HostIsNoisy => Arms.Sum(a => a.Noisy) >= MostNoisyRuns;

    public bool HasNoControl => Arms.Any(a => a is { Arm.Kind: ArmKind.Control, Impossible: not null });

    /// <summary>Whether nothing more may be run.</summary>
    public bool IsOver => Cancelled || TimeIsUp || HostIsNoisy || WroteLive || HasNoControl;

    /// <summary>Runs altogether, as far as is known yet.</summary>
    public int Planned => Recorded ? 2 + Arms.Sum(a => a.Done + a.Left(Writes)) : 0;

    /// <summary>Whether an arm has too few runs for an interval, though it could have more.</summary>
    public bool NeedsRuns => Arms.Any(a => CanRun(a) && a.Runs.Count < Shift.LeastRuns);

    public bool CanRun(ArmState arm) => arm.Left(Writes) > 0;

    /// <summary>What was found so far.</summary>
    public StepReplay ToReplay() => new()
    {
        Index = Step.Index,
        Name = Step.Name,
        Arms = [.. Arms.Where(a => a.Runs.Count > 0 || a.Impossible is not null || a.Noisy > 0).Select(a => a.ToRuns())],
        Replay = Replay,
        Limits = [.. Limits],
    };

    /// <summary>The state with what a replayed or live run of an arm tells about replaying.</summary>
    public ProofState Noting(TrialOutcome outcome) => this with
    {
        Replay = Replay.Plus(outcome.Replay),
        Limits = Limits.Union(outcome.Limits),
        WroteLive = WroteLive || outcome.WroteLive,
        // A slowed page takes its answers later, too: that is the arm's effect, not the replay's cost.
        ReplayCosts = outcome is { ReplayCostMs: { } cost, Slowdown: null } ? [.. ReplayCosts, cost] : ReplayCosts,
    };

    /// <summary>The state with an arm's run as the next.</summary>
    public ProofState Running(Arm arm) => this with
    {
        Next = new NextTrial(TrialRole.Arm, arm, arm.Kind == ArmKind.Baseline || ReplayCosts.Count == 0 ? 0 : Sample.Median(ReplayCosts)),
    };

    /// <summary>The end of a proof that could not begin.</summary>
    public ProofState NotReplayed(string reason) =>
        this with { Next = null, Limits = Limits.Add($"{Step.Name}: not replayed: {reason}") };
}
