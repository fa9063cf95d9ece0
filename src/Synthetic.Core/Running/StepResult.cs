using Synthetic.Core.Measuring;

namespace Synthetic.Core.Running;

/// <summary>One step of a run.</summary>
public sealed record StepResult
{
    /// <summary>Position in the scenario, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The step's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it did: <c>click</c>, <c>goto</c>.</summary>
    public required string Action { get; init; }

    /// <summary><c>passed</c>, <c>failed</c>, <c>skipped</c> or <c>aborted</c>.</summary>
    public required StepStatus Status { get; init; }

    /// <summary>Wall time by the driver's clock, in milliseconds: bounds the step, measures nothing.</summary>
    public double DurationMs { get; init; }

    /// <summary>The interactions in it.</summary>
    public IReadOnlyList<InteractionResult> Interactions { get; init; } = [];

    /// <summary>The requests in it, by start.</summary>
    public IReadOnlyList<RequestResult> Requests { get; init; } = [];

    /// <summary>The frames over 50 ms in it.</summary>
    public IReadOnlyList<LongFrameResult> LongFrames { get; init; } = [];

    /// <summary>Who the main thread's time in those frames went to, the most first; at most 20.</summary>
    public IReadOnlyList<MainThreadEntry> MainThread { get; init; } = [];

    /// <summary>What would help, and how much.</summary>
    public IReadOnlyList<Advice> Advice { get; init; } = [];

    /// <summary>Things that happened beside the plan: <c>dialog</c>, <c>popup</c>, <c>download</c>, <c>console-error</c>.</summary>
    public IReadOnlyList<Incident>? Incidents { get; init; }
}

/// <summary>How a step ended.</summary>
public enum StepStatus
{
    /// <summary>It did what it should.</summary>
    Passed,
    /// <summary>It did not.</summary>
    Failed,
    /// <summary>It was never reached.</summary>
    Skipped,
    /// <summary>The run was stopped from outside in the middle of it.</summary>
    Aborted,
}

/// <summary>Something worth doing.</summary>
/// <param name="Kind">What sort: <c>parallelise</c>, <c>memoize</c>, <c>server-timing</c>.</param>
/// <param name="Text">What to do, in a sentence.</param>
/// <param name="SavingMs">What it would save, in milliseconds; <c>null</c> where that can't be told.</param>
public sealed record Advice(string Kind, string Text, double? SavingMs)
{
    /// <summary>The requests it is about, by id: of <c>memoize</c> the repeats, of <c>parallelise</c> the row; absent where it is about none.</summary>
    public IReadOnlyList<int>? RequestIds { get; init; }

    /// <summary>What it saved in a replay that did as it says, in milliseconds; absent where that was not tried.</summary>
    public double? ProvenMs { get; init; }

    /// <summary>Where that lies, with 95 % confidence at least: from and to; absent where too few runs say.</summary>
    public IReadOnlyList<double>? ProvenCi95 { get; init; }
}
