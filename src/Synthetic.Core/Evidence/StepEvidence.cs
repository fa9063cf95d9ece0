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

    /// <summary>How it ended.</summary>
    public StepStatus Status { get; init; }

    /// <summary>When it began, on the run's clock.</summary>
    public double FromMs { get; init; }

    /// <summary>Wall time by the driver's clock.</summary>
    public double DurationMs { get; init; }

    /// <summary>What failed.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Interactions that the action must have caused, by what the driver sent: 1 for a click, n for n keys.</summary>
    public int DrivenInteractions { get; init; }

    /// <summary>Whether the step waited for anything to show.</summary>
    public bool Expects { get; init; }

    /// <summary>When the last of what the step expects was painted, on the run's clock; absent where the page could not tell.</summary>
    public double? ExpectationPaintedMs { get; init; }

    /// <summary>When the document was changed so, on the run's clock: what the paint shows was there from then on. Absent where only the paint is known.</summary>
    public double? ExpectationChangedMs { get; init; }

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

/// <summary>Something beside the plan: noted, never an error by itself.</summary>
/// <param name="Kind"><c>dialog</c>, <c>popup</c>, <c>download</c>, <c>page-error</c>, <c>probe</c>.</param>
/// <param name="Text">What it said; at most 500 characters.</param>
public sealed record Incident(string Kind, string Text);
