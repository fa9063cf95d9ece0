namespace Synthetic.Core.Proving.Trials;

/// <summary>How much a proof may take.</summary>
public sealed record ProofPlan
{
    /// <summary>Times the duration of the run that is to be proven: with that run itself and one begun when time was up, that is about 24.</summary>
    private const double RunDurations = 22;

    /// <summary>Runs of each arm that count. Default: 5, of which an interval of 95 % needs four.</summary>
    public int MostRuns { get; init; } = 5;

    /// <summary>The longest it may take altogether.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>The longest it may take where a suspect was cleared, and something else has to be found.</summary>
    public TimeSpan TimeToPointElsewhere => Time * 2;

    /// <summary>The usual plan after a run of some length.</summary>
    /// <param name="durationMs">The run's length, in milliseconds.</param>
    public static ProofPlan After(double durationMs) => new() { Time = TimeSpan.FromMilliseconds(durationMs * RunDurations) };
}
