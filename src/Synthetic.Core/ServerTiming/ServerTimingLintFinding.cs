namespace Synthetic.Core.ServerTiming;

/// <summary>Something about a Server-Timing header that somebody should know.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="Metric">The metric it is about; <c>null</c> for the header as a whole.</param>
/// <param name="Message">What is wrong and what to do, in a sentence.</param>
public sealed record ServerTimingLintFinding(ServerTimingLintLevel Level, string? Metric, string Message);

/// <summary>How bad a finding is.</summary>
public enum ServerTimingLintLevel
{
    /// <summary>Worth knowing; often meant so.</summary>
    Note,
    /// <summary>Likely a mistake.</summary>
    Warning,
    /// <summary>Broken: time is lost, the response may be, or secrets are given away.</summary>
    Error,
}
