namespace Synthetic.Core.Evidence;

/// <summary>What replaying a run's slow steps showed: the value of every single run. The proof follows from these.</summary>
public sealed record ProofEvidence
{
    /// <summary>The steps that were replayed, the slowest first.</summary>
    public IReadOnlyList<StepReplay> Steps { get; init; } = [];

    /// <summary>Why something was not replayed, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What all of it took by the driver's clock, in milliseconds.</summary>
    public double DurationMs { get; init; }
}

/// <summary>The runs of one step.</summary>
public sealed record StepReplay
{
    /// <summary>Position of the step in the scenario, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The step's name.</summary>
    public required string Name { get; init; }

    /// <summary>The arms, the baseline and the control first.</summary>
    public IReadOnlyList<ArmRuns> Arms { get; init; } = [];

    /// <summary>How the replayed requests were matched with the recorded ones, over all runs of all arms.</summary>
    public ReplayCounts Replay { get; init; } = new(0, 0, 0, 0);

    /// <summary>What could not be replayed as it was, a sentence each.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];
}

/// <summary>One arm and what its runs measured.</summary>
public sealed record ArmRuns
{
    /// <summary>What was done to the step.</summary>
    public required Arm Arm { get; init; }

    /// <summary>The runs that count.</summary>
    public IReadOnlyList<ArmRun> Runs { get; init; } = [];

    /// <summary>How many runs were left out because the host was noisy.</summary>
    public int Noisy { get; init; }

    /// <summary>Why the arm could not be run; absent where it could.</summary>
    public string? Impossible { get; init; }
}

/// <summary>One run of an arm: the longest window of each sort in its step.</summary>
/// <param name="InpMs">Input to next paint, in milliseconds; absent where the step had none.</param>
/// <param name="ResponseMs">Input to result, in milliseconds; absent where the step had none.</param>
/// <param name="Slowdown">How many times longer the same work took than usual, where the arm changed the processor's speed.</param>
public sealed record ArmRun(double? InpMs, double? ResponseMs, double? Slowdown = null);

/// <summary>How many requests of replayed steps found their recorded answer.</summary>
/// <param name="Exact">By method, address and body.</param>
/// <param name="Close">By method and path, with another query, body or id.</param>
/// <param name="Live">None was recorded, and the request only reads: it went to its server.</param>
/// <param name="Refused">None was recorded, and the request may write: it was refused.</param>
public sealed record ReplayCounts(int Exact, int Close, int Live, int Refused)
{
    /// <summary>The sum of two.</summary>
    public ReplayCounts Plus(ReplayCounts other) =>
        new(Exact + other.Exact, Close + other.Close, Live + other.Live, Refused + other.Refused);
}
