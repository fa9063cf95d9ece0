namespace Synthetic.Core.Records;

/// <summary>How a run ended.</summary>
public enum RunStatus
{
    /// <summary>Everything worked within its budgets.</summary>
    Passed,
    /// <summary>Everything worked, but a budget was broken.</summary>
    Degraded,
    /// <summary>The target failed.</summary>
    Failed,
    /// <summary>Everything worked, but the machine was too noisy to judge a broken budget.</summary>
    Inconclusive,
    /// <summary>The monitor itself broke.</summary>
    Error,
    /// <summary>Stopped from outside before its end.</summary>
    Aborted,
    /// <summary>A slot whose time passed without a run.</summary>
    Missed,
}
