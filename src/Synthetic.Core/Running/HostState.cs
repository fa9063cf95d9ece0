namespace Synthetic.Core.Running;

/// <summary>How calm the machine was during a run.</summary>
public sealed record HostState
{
    /// <summary><c>quiet</c> or <c>noisy</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>What an interaction with an empty handler took here, in milliseconds; absent where not measured.</summary>
    public double? CalibrationMs { get; init; }

    /// <summary>Share of time in which some task waited for a processor, in percent (Linux pressure stall, 10 s); absent where the kernel has none.</summary>
    public double? CpuPressure { get; init; }

    /// <summary>One-minute load average a core; absent where the system has none.</summary>
    public double? LoadPerCore { get; init; }
}
