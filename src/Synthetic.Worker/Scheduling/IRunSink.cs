using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;

namespace Synthetic.Worker.Scheduling;

/// <summary>Takes what runs bring: the log, a store, an exporter.</summary>
internal interface IRunSink
{
    /// <summary>Takes one run. May throw: the others get it all the same, and the log says who failed.</summary>
    Task AcceptAsync(RunReport report, CancellationToken ct);

    /// <summary>Takes the proof of a run that it was given before, and the alerts that the proof changed: no new run. May throw as well.</summary>
    Task AcceptProofAsync(RunReport report, CancellationToken ct);
}

/// <summary>A run and what it led to.</summary>
/// <param name="Scenario">What was run.</param>
/// <param name="Record">What it found out.</param>
/// <param name="Alerts">What is to be said about it.</param>
internal sealed record RunReport(Scenario Scenario, RunRecord Record, IReadOnlyList<Alert> Alerts);
