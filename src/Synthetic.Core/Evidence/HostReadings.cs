namespace Synthetic.Core.Evidence;

/// <summary>
/// What the machine itself said about a run's time, without judgement. What a system does not tell is absent, never 0.
/// Differences are taken over the run's steps: from before the first to after the last.
/// </summary>
public sealed record HostReadings
{
    /// <summary>How long that was, in milliseconds.</summary>
    public double WindowMs { get; init; }

    /// <summary>The machine's processors; where the system does not tell, those that the program may use.</summary>
    public int Cores { get; init; }

    /// <summary>The most runs of this program that were under way at the same time as this one, itself not counted.</summary>
    public int OverlappingRuns { get; init; }

    /// <summary>Share of the time that the browser's main threads were ready to run and waited for a processor instead of having one, in percent.</summary>
    public double? WaitPercent { get; init; }

    /// <summary>How long those waits were together, in milliseconds.</summary>
    public double? WaitMs { get; init; }

    /// <summary>Share of all processors' time used by others than this program and its browser, in percent.</summary>
    public double? ForeignCpuPercent { get; init; }

    /// <summary>Share of the time in which some task of the machine waited for a processor, in percent (Linux pressure stall information).</summary>
    public double? CpuPressurePercent { get; init; }

    /// <summary>Share of all processors' time that the hypervisor gave to other machines, in percent.</summary>
    public double? StealPercent { get; init; }

    /// <summary>One-minute load average a core.</summary>
    public double? LoadPerCore { get; init; }

    /// <summary>What an interaction with an empty handler took when the browser was last idle, in milliseconds.</summary>
    public double? CalibrationMs { get; init; }

    /// <summary>The least it took since the program began, in milliseconds.</summary>
    public double? CalibrationBestMs { get; init; }

    /// <summary>What a fixed piece of work took behind the run, in milliseconds; where that was long, the shorter of two, since a chance neighbour is not there twice.</summary>
    public double? WorkMs { get; init; }

    /// <summary>The least it took since the program began, in milliseconds.</summary>
    public double? WorkBestMs { get; init; }
}
