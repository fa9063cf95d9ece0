namespace Synthetic.Core.Records;

/// <summary>How calm the machine was during a run.</summary>
public sealed record HostState
{
    /// <summary>The verdict of a machine on which budgets can be judged.</summary>
    public const string Quiet = "quiet";

    /// <summary>The verdict of a machine on which a broken budget proves nothing.</summary>
    public const string Noisy = "noisy";

    /// <summary><c>quiet</c> or <c>noisy</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>Why it is noisy, a short sentence each; empty where it is quiet.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>What an interaction with an empty handler took here when the browser was last idle, in milliseconds; absent where not measured.</summary>
    public double? CalibrationMs { get; init; }

    /// <summary>The least it took since the program began, in milliseconds; absent where not measured.</summary>
    public double? CalibrationBaselineMs { get; init; }

    /// <summary>What a fixed piece of work took before and after the run, the shorter of both, in milliseconds.</summary>
    public double? WorkMs { get; init; }

    /// <summary>The least it took since the program began, in milliseconds.</summary>
    public double? WorkBaselineMs { get; init; }

    /// <summary>Of the time in which the browser's main threads wanted a processor, the share that they waited for one, in percent; absent where the kernel does not tell.</summary>
    public double? WaitPercent { get; init; }

    /// <summary>Share of all processors' time that others than this program and its browser used during the run, in percent; absent where the kernel does not tell.</summary>
    public double? ForeignCpuPercent { get; init; }

    /// <summary>Share of the run in which some task of the machine waited for a processor, in percent (Linux pressure stall information); absent where the kernel has none.</summary>
    public double? CpuPressure { get; init; }

    /// <summary>Share of all processors' time that the hypervisor gave to other machines during the run, in percent; absent where the kernel does not tell.</summary>
    public double? StealPercent { get; init; }

    /// <summary>One-minute load average a core; absent where the system has none.</summary>
    public double? LoadPerCore { get; init; }

    /// <summary>The most other runs of this program under way at the same time; no noise by themselves. Absent where not counted.</summary>
    public int? OverlappingRuns { get; init; }
}
