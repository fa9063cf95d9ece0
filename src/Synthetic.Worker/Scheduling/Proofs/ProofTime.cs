using Synthetic.Core.Proving.Trials;

namespace Synthetic.Worker.Scheduling.Proofs;

/// <summary>How much of its slot a proof may take: pure.</summary>
internal static class ProofTime
{
    /// <summary>What is left free before the scenario's next slot, to end in and to be told.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    /// <summary>How long a proof that has to end may take to hand over what it found, before it is given up.</summary>
    public static readonly TimeSpan CancelTimeout = TimeSpan.FromSeconds(1);

    /// <summary>How long a proof waits for the sinks to have the run: one that hangs must not cost the proof its time.</summary>
    public static readonly TimeSpan Telling = TimeSpan.FromSeconds(2);

    /// <summary>Fewer runs than these are no proof: the recording alone is one.</summary>
    private const double LeastRuns = 3;

    /// <summary>The usual plan after a run, or as much of it as fits.</summary>
    /// <param name="durationMs">The run's length, in milliseconds.</param>
    /// <param name="untilNext">Time until the scenario's next slot; <c>null</c> where there is none.</param>
    /// <returns><c>null</c> where too little fits to be worth a beginning.</returns>
    public static ProofPlan? Within(double durationMs, TimeSpan? untilNext)
    {
        var plan = ProofPlan.After(durationMs);
        if (Left(untilNext) is not { } left || left >= plan.Time)
            return plan;
        return left > TimeSpan.Zero && left.TotalMilliseconds >= LeastRuns * durationMs ? plan with { Time = left } : null;
    }

    /// <summary>When a proof has to end, whatever it is doing.</summary>
    /// <param name="plan">Its plan.</param>
    /// <param name="untilNext">Time until the scenario's next slot; <c>null</c> where there is none.</param>
    public static TimeSpan Longest(ProofPlan plan, TimeSpan? untilNext) =>
        Left(untilNext) is { } left && left < plan.TimeToPointElsewhere ? TimeSpan.FromTicks(Math.Max(0, left.Ticks)) : plan.TimeToPointElsewhere;

    private static TimeSpan? Left(TimeSpan? untilNext) => untilNext - Margin;
}
