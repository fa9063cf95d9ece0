using Synthetic.Core.Evidence;

namespace Synthetic.Core.Proving.Trials;

/// <summary>An arm under way.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="MostRuns">How many of its runs may count.</param>
internal sealed record ArmState(Arm Arm, int MostRuns)
{
    /// <summary>How many times faster or slower than asked a processor may be for its run to count.</summary>
    private const double MostRateError = 1.35;

    /// <summary>Failures after which an arm is given up.</summary>
    private const int MostFailures = 2;

    public IReadOnlyList<ArmRun> Runs { get; init; } = [];

    public int Noisy { get; init; }

    public int Failed { get; init; }

    public string? Impossible { get; init; }

    /// <summary>Runs that have ended, whether they count or not.</summary>
    public int Done => Runs.Count + Noisy + Failed;

    /// <summary>Runs still to come, as far as writes allow them.</summary>
    public int Left(WriteBudget writes) => Impossible is not null ? 0
        : Arm.Kind == ArmKind.Baseline ? Math.Min(MostRuns - Runs.Count, writes.Runs)
        : MostRuns - Runs.Count;

    /// <summary>The arm without further runs.</summary>
    public ArmState Stopped() => this with { MostRuns = Runs.Count };

    /// <summary>The arm after another run of it.</summary>
    public ArmState After(TrialOutcome outcome)
    {
        if (outcome.Measured is not { } measured)
            return Failing(outcome);
        if (Arm.Kind == ArmKind.WithoutScript && !outcome.BlockedRequest)
            return this with { Impossible = "it could not be kept from loading" };
        return outcome.HostWasNoisy || !HadItsRate(outcome.Slowdown)
            ? this with { Noisy = Noisy + 1 }
            : this with { Runs = [.. Runs, measured with { Slowdown = outcome.Slowdown }] };
    }

    public ArmRuns ToRuns() => new() { Arm = Arm, Runs = Runs, Noisy = Noisy, Impossible = Impossible };

    /// <summary>Whether the processor was about as fast as the arm asked for: where it was not, something else was running as well.</summary>
    private bool HadItsRate(double? slowdown) =>
        Arm is not { CpuRate: { } rate, UsualCpuRate: { } usual } || slowdown is not { } measured
        || (measured > rate / usual / MostRateError && measured < rate / usual * MostRateError);

    private ArmState Failing(TrialOutcome outcome)
    {
        var failed = this with { Failed = Failed + 1 };
        // A browser that dies says nothing about the step: such a run is tried once more.
        var stepFails = outcome.Ending != RunEnding.Broken || failed.Failed >= MostFailures;
        return Arm.Kind switch
        {
            ArmKind.ThirdPartiesBlocked when stepFails =>
                failed with { Impossible = "the step does not pass without them; their answers were given at once instead" },
            ArmKind.WithoutScript when stepFails => failed with { Impossible = "the step does not pass without it" },
            ArmKind.ThirdPartiesBlocked or ArmKind.WithoutScript => failed,
            _ when failed.Failed >= MostFailures =>
                failed with { Impossible = outcome.Failure is { } failure ? $"the step failed: {failure}" : "the step failed" },
            _ => failed,
        };
    }
}
