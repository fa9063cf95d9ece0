namespace Synthetic.Core.Evidence;

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
