using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Alerting;

/// <summary>
/// What alerting remembers of one scenario: only conditions in trouble, so it is empty while all is well.
/// Immutable; goes through <see cref="AlertJson"/> and back unchanged.
/// </summary>
public sealed record AlertState
{
    /// <summary>Nothing is wrong, or nothing is known.</summary>
    public static AlertState Empty { get; } = new();

    /// <summary>The conditions that were bad lately or are firing, in the order of their keys.</summary>
    public IReadOnlyList<AlertCondition> Conditions { get; init; } = [];
}

/// <summary>What is remembered of one condition.</summary>
public sealed record AlertCondition
{
    /// <summary>Metric and step, as one word.</summary>
    public required string Key { get; init; }

    /// <summary>The latest verdicts, oldest first; at most as many as the rule looks at, and none while it fires.</summary>
    public IReadOnlyList<PastVerdict> Recent { get; init; } = [];

    /// <summary>Good runs in a row while it fires.</summary>
    public int Recovered { get; init; }

    /// <summary>Judged runs since it ended; <c>null</c> where it fires, or did not lately.</summary>
    public int? SinceEnd { get; init; }

    /// <summary>How often in a row it came back within <see cref="ReturnRuns"/> judged runs.</summary>
    public int Returns { get; init; }

    /// <summary>What was last said, as the runs told it: later runs are compared with this. <c>null</c> while it does not fire.</summary>
    public Alert? Latest { get; init; }

    /// <summary>What a proof made of it, until the runs blame somebody that neither they nor it blamed before; <c>null</c> where there is none.</summary>
    public AlertProof? Proof { get; init; }

    /// <summary>When that was; <c>null</c> while it does not fire.</summary>
    public DateTimeOffset? LatestAt { get; init; }

    /// <summary>A condition that fires again after fewer judged runs than this comes back.</summary>
    internal const int ReturnRuns = 10;

    /// <summary>One that came back so often is flapping: its third firing is the last for a while.</summary>
    private const int FlappingReturns = 2;

    /// <summary>How many times more good runs end one that is flapping.</summary>
    private const int CalmFactor = 4;

    /// <summary>Whether it keeps coming back.</summary>
    internal bool IsFlapping(AlertRule rule) => rule.Calm && Returns >= FlappingReturns;

    /// <summary>Good runs in a row that end it.</summary>
    internal int Recoveries(AlertRule rule) => IsFlapping(rule) ? rule.Recoveries * CalmFactor : rule.Recoveries;

    /// <summary>What is left of it when it ends.</summary>
    internal AlertCondition Ended() => new() { Key = Key, SinceEnd = 0, Returns = Returns };

    /// <summary>An alert of it as people get it: with what a proof made of it.</summary>
    internal Alert WithProof(Alert alert, DateTimeOffset now) => Proof is null ? alert : Proof.On(alert, now);
}

/// <summary>A run's verdict on a condition.</summary>
/// <param name="Bad">Whether it was bad.</param>
/// <param name="StartedAt">When the run began.</param>
public sealed record PastVerdict(bool Bad, DateTimeOffset StartedAt);
