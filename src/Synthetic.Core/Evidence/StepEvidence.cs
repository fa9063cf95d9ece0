using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Evidence;

/// <summary>What the driver knows of a step.</summary>
public sealed record StepEvidence
{
    /// <summary>Position in the scenario, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The step's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it did.</summary>
    public required string Action { get; init; }

    /// <summary>What it did it to, as the scenario names it; absent for what it does to no element, and for code.</summary>
    public string? Target { get; init; }

    /// <summary>What it types key by key; absent where it types nothing, and where that went into a password field.</summary>
    public string? Typed { get; init; }

    /// <summary>How it ended.</summary>
    public StepStatus Status { get; init; }

    /// <summary>When it began, on the run's clock.</summary>
    public double FromMs { get; init; }

    /// <summary>Wall time by the driver's clock.</summary>
    public double DurationMs { get; init; }

    /// <summary>How long it waited for the page to be ready, before its action, by the driver's clock; absent where it did not wait.</summary>
    public double? ReadyMs { get; init; }

    /// <summary>What failed.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Interactions that the action must have caused, by what the driver sent: 1 for a click, n for n keys.</summary>
    public int DrivenInteractions { get; init; }

    /// <summary>Whether the step waited for anything to show.</summary>
    public bool Expects { get; init; }

    /// <summary>When its action began by the clock of the page that it began on, on the run's clock; absent for actions whose inputs the probe notes anyway, and for steps that expect nothing.</summary>
    public double? ActedMs { get; init; }

    /// <summary>Whether all of what it expects held before its action already; absent where it did not, or where that is not known.</summary>
    public bool? ExpectationHeld { get; init; }

    /// <summary>When the last of what the step expects was painted, on the run's clock; absent where the page could not tell.</summary>
    public double? ExpectationPaintedMs { get; init; }

    /// <summary>When the document was changed so, on the run's clock: what the paint shows was there from then on. Absent where only the paint is known.</summary>
    public double? ExpectationChangedMs { get; init; }

    /// <summary>When what it expects was painted first, still transparent or out of sight, on the run's clock; absent where it was seen at once.</summary>
    public double? ExpectationUnseenMs { get; init; }

    /// <summary>The transitions and animations that ran on it when it was painted; absent for none.</summary>
    public IReadOnlyList<MotionEvidence>? ExpectationMotions { get; init; }

    /// <summary>Whether the step waited until what it expects had come to rest; absent where it did not.</summary>
    public bool? ExpectsRest { get; init; }

    /// <summary>The address of the image that it was, where the step waited for one to be loaded.</summary>
    public string? ExpectationImage { get; init; }

    /// <summary>The family of the font that its text waited for, in the document and hidden until then; absent where it did not wait.</summary>
    public string? ExpectationFont { get; init; }

    /// <summary>The message that brought that change, or may have; absent for none.</summary>
    public MessageEvidence? ExpectationMessage { get; init; }

    /// <summary>What caused that change, from the change back to the input, in an instrumented run; absent where none was made, or the chain does not lead there.</summary>
    public IReadOnlyList<CauseLink>? Causes { get; init; }

    /// <summary>How busy its page's main thread was, from its begin until what it expects was found; absent where the browser did not say.</summary>
    public MainThreadTime? MainThread { get; init; }

    /// <summary>Limits for this step.</summary>
    public IReadOnlyList<Budget> Budgets { get; init; } = [];

    /// <summary>What happened beside the plan.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];
}

/// <summary>A transition or an animation that ran on what a step expects, or on what that is part of.</summary>
/// <param name="What">Which: <c>transition opacity</c>, <c>animation slide-in</c>.</param>
/// <param name="Target">A selector-like name of what it ran on; absent where it has none.</param>
/// <param name="EndMs">When it ends, on the run's clock: by its own account, for it may have been broken off later.</param>
public sealed record MotionEvidence(string What, string? Target, double EndMs);

/// <summary>Something beside the plan: noted, never an error by itself.</summary>
/// <param name="Kind"><c>dialog</c>, <c>popup</c>, <c>download</c>, <c>page-error</c>, <c>probe</c>.</param>
/// <param name="Text">What it said; at most 500 characters.</param>
public sealed record Incident(string Kind, string Text);
