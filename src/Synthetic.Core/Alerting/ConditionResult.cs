using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Alerting;

/// <summary>What one run says about one condition.</summary>
internal sealed record ConditionResult
{
    public required string Metric { get; init; }
    public string? Step { get; init; }
    public required bool Bad { get; init; }
    public LimitSource? LimitSource { get; init; }
    public double? Limit => LimitSource?.Limit;
    public double? Actual { get; init; }
    public Culprit? Culprit { get; init; }
    public string? Group { get; init; }
    public Failure? Failure { get; init; }

    /// <summary>A failure may move from step to step and stays one condition; a budget belongs to its step.</summary>
    public string Key => Limit is null || Step is null ? Metric : $"{Metric}\n{Step}";

    public AlertSeverity Severity => Metric switch
    {
        RunConditions.Status => AlertSeverity.Critical,
        RunConditions.Monitor or RunConditions.Scenario or RunConditions.Heartbeat => AlertSeverity.Warning,
        _ => Actual >= RunConditions.CriticalFactor * Limit ? AlertSeverity.Critical : AlertSeverity.Warning,
    };
}
