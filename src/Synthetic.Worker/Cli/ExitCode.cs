using Synthetic.Core.Records;

namespace Synthetic.Worker.Cli;

/// <summary>What the program ends with; scripts and build servers rely on it.</summary>
internal static class ExitCode
{
    /// <summary>All passed, or nothing that failed could be held against the target.</summary>
    public const int Passed = 0;

    /// <summary>A scenario failed or broke a budget.</summary>
    public const int Failed = 1;

    /// <summary>Bad usage or configuration: nothing was started.</summary>
    public const int Usage = 2;

    /// <summary>The monitor itself broke, or was stopped.</summary>
    public const int Monitor = 3;

    /// <summary>The code for some runs: what is known of the target counts before trouble of our own.</summary>
    public static int Of(IReadOnlyCollection<RunRecord> records)
    {
        if (records.Any(record => record.Status is RunStatus.Failed or RunStatus.Degraded))
            return Failed;
        // A build that fails whenever its machine is busy teaches people to ignore it; a warning says what was not judged.
        return records.Count > 0 && records.All(record => record.Status is RunStatus.Passed or RunStatus.Inconclusive) ? Passed : Monitor;
    }
}
