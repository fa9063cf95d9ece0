using Synthetic.Core.Running;

namespace Synthetic.Worker.Cli;

/// <summary>What the program ends with; scripts and build servers rely on it.</summary>
internal static class ExitCode
{
    /// <summary>All passed.</summary>
    internal const int Passed = 0;

    /// <summary>A scenario failed or broke a budget.</summary>
    internal const int Failed = 1;

    /// <summary>Bad usage or configuration: nothing was started.</summary>
    internal const int Usage = 2;

    /// <summary>The monitor itself broke, was stopped, or could not judge.</summary>
    internal const int Monitor = 3;

    /// <summary>The code for some runs: what is known of the target counts before trouble of our own.</summary>
    internal static int Of(IReadOnlyCollection<RunRecord> records)
    {
        if (records.Any(record => record.Status is RunStatus.Failed or RunStatus.Degraded))
            return Failed;
        return records.Count > 0 && records.All(record => record.Status == RunStatus.Passed) ? Passed : Monitor;
    }
}
