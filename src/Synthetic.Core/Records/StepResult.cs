using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Records;

/// <summary>One step of a run.</summary>
public sealed record StepResult
{
    /// <summary>Position in the scenario, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The step's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it did: <c>click</c>, <c>goto</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The locator of what it did it to, as the scenario has it; absent for what it does to no element, and for code.</summary>
    public string? Target { get; init; }

    /// <summary><c>passed</c>, <c>failed</c>, <c>skipped</c> or <c>aborted</c>.</summary>
    public required StepStatus Status { get; init; }

    /// <summary>Wall time by the driver's clock, in milliseconds: bounds the step, measures nothing.</summary>
    public double DurationMs { get; init; }

    /// <summary>How long it waited for the page to be ready, before its action and so outside of every window, in milliseconds; absent where it did not wait.</summary>
    public double? ReadyMs { get; init; }

    /// <summary>The interactions in it.</summary>
    public IReadOnlyList<InteractionResult> Interactions { get; init; } = [];

    /// <summary>Those of its interactions that typed, as one: which key was the slowest, and which one the response belongs to. Absent for other actions, and for a single key.</summary>
    public Typing? Typing { get; init; }

    /// <summary>The response of its action, where the browser counts no interaction of it: a field filled at once, a page that was opened. Absent where its interactions have it, and where the step expects nothing.</summary>
    public ResponseWindow? Response { get; init; }

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

    /// <summary>The longest window of one sort that its interactions have, or its action; <c>null</c> where there is none.</summary>
    /// <param name="kind">Which sort.</param>
    public Window? LongestOfAll(WindowKind kind) => Longest(kind) ?? (kind == WindowKind.Response ? Response : null);

    /// <summary>Its longest window of one sort; <c>null</c> where no interaction has one.</summary>
    /// <param name="kind">Which sort.</param>
    public Window? Longest(WindowKind kind) => Interactions.Select(i => i.In(kind)).OfType<Window>().MaxBy(window => window.Ms);
}
