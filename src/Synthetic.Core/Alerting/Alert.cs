using System.Text.Json.Serialization;
using Synthetic.Core.Alerting.Incidents;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Alerting;

/// <summary>Something people should know: a condition that began, changed its cause, goes on, or ended.</summary>
public sealed record Alert
{
    /// <summary>What happened to the condition.</summary>
    public required AlertEvent State { get; init; }

    /// <summary>16 hexadecimal digits from location, scenario, step and metric: the same from firing to resolved, and after a restart.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What it has in common with alerts of other scenarios: <c>backend:db@shop.example</c> where a backend component is to blame, <c>monitor:worker@local</c> where the monitor is; else <c>null</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Group { get; init; }

    /// <summary>How bad it is.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>Where the runs are made: another location's trouble is another alert.</summary>
    public required string Location { get; init; }

    /// <summary>The step's name; <c>null</c> for the whole run.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Step { get; init; }

    /// <summary>The budget's metric; <c>status</c> where the target failed, <c>monitor</c> where the monitor broke, <c>scenario</c> where the scenario itself is wrong, <c>heartbeat</c> where the scenario is not run.</summary>
    public required string Metric { get; init; }

    /// <summary>The budget's limit; <c>null</c> for <c>status</c> and <c>monitor</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Limit { get; init; }

    /// <summary>The baseline that the limit was made from, in milliseconds; absent where it was not.</summary>
    public double? BaselineMs { get; init; }

    /// <summary>How much over that baseline the limit is, in percent; absent likewise.</summary>
    public int? Percent { get; init; }

    /// <summary>The value of the latest judged run; <c>null</c> for <c>status</c> and <c>monitor</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? Actual { get; init; }

    /// <summary>Who took most of the time; <c>null</c> where nobody can be named.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Culprit? Culprit { get; init; }

    /// <summary>What the replay without the culprit showed; absent where nothing was replayed.</summary>
    public ProofVerdict? Proof { get; init; }

    /// <summary>The run that this was seen in.</summary>
    public required string RunId { get; init; }

    /// <summary>Start of the first bad run among those that made it fire, UTC.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ended, UTC; <c>null</c> while it lasts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Whether it keeps coming back, and so takes more good runs to end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Flapping { get; init; }

    /// <summary>How often it was said again since it fired; 0 the first time.</summary>
    public int Repeated { get; init; }

    /// <summary>All that its cause is behind, where a notifier is told of a cause that others may share; absent in the log, which has each condition's own alert.</summary>
    public IncidentSummary? Incident { get; init; }

    /// <summary>Whether it is about the monitor, and not about what it watches.</summary>
    [JsonIgnore]
    public bool ConcernsMonitor => Metric is RunConditions.Monitor or RunConditions.Scenario or RunConditions.Heartbeat;

    /// <summary>A sentence for people.</summary>
    public required string Message { get; init; }
}

/// <summary>What happened to a condition.</summary>
public enum AlertEvent
{
    /// <summary>It began, or still lasts and is said again.</summary>
    Firing,
    /// <summary>It lasts, but somebody else is to blame now, or a proof is there.</summary>
    Updated,
    /// <summary>It ended.</summary>
    Resolved,
}

/// <summary>How bad an alert is.</summary>
public enum AlertSeverity
{
    /// <summary>A budget is broken, or the monitor is: look at it today.</summary>
    Warning,
    /// <summary>The target fails, or a value is at least <see cref="RunConditions.CriticalFactor"/> times its limit: look at it now.</summary>
    Critical,
}
