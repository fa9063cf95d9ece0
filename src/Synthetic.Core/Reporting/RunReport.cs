using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Core.Reporting;

/// <summary>A run and what it led to.</summary>
/// <param name="Scenario">What was run.</param>
/// <param name="Record">What it found out.</param>
/// <param name="Alerts">The alert events that it caused; empty where there is no news.</param>
/// <param name="WasReported">Whether the run was reported before, and this one adds alerts: its proof changed them, or the store was away.</param>
public sealed record RunReport(Scenario Scenario, RunRecord Record, IReadOnlyList<Alert> Alerts, bool WasReported = false);
