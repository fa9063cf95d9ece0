using Synthetic.Core.Evidence;

namespace Synthetic.Core.Proving.Trials;

/// <summary>What one run of a step brought, as far as the schedule of its proof depends on it.</summary>
internal sealed record TrialOutcome
{
    /// <summary>What it measured; <c>null</c> where the step did not pass.</summary>
    public ArmRun? Measured { get; init; }

    /// <summary>How the run ended.</summary>
    public RunEnding Ending { get; init; } = RunEnding.Completed;

    /// <summary>What failed, as a message; <c>null</c> where nothing did.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether the host was too noisy for its times to count.</summary>
    public bool HostWasNoisy { get; init; }

    /// <summary>Whether the browser refused a request, as an arm without a script asks for.</summary>
    public bool BlockedRequest { get; init; }

    /// <summary>How many answers it recorded; <c>null</c> where there is no recording.</summary>
    public int? RecordedAnswers { get; init; }

    /// <summary>How its requests found their recorded answers.</summary>
    public ReplayCounts Replay { get; init; } = new(0, 0, 0, 0);

    /// <summary>What could not be replayed as it was, a sentence each.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];

    /// <summary>By how much replayed answers came too late, in milliseconds; <c>null</c> where that is not known.</summary>
    public double? ReplayCostMs { get; init; }

    /// <summary>How many times longer the same work took than usual; <c>null</c> where the arm left the processor alone.</summary>
    public double? Slowdown { get; init; }

    /// <summary>The requests of the step that reached a server and may have written there.</summary>
    public int LiveWrites { get; init; }

    /// <summary>Whether a replayed step wrote to a server all the same.</summary>
    public bool WroteLive { get; init; }

    /// <summary>What the proof of the step has taken by the end of the run.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether the proof was cancelled by the end of the run.</summary>
    public bool Cancelled { get; init; }
}
