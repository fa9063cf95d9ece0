using Synthetic.Worker.Reporting;
using Synthetic.Worker.Scheduling;

namespace Synthetic.Worker.Http;

/// <summary>Whether the worker can do what it is for: its schedule is kept, the store is there, and the browser works.</summary>
internal sealed class Readiness(ScheduledScenarios scheduled, StoreAccess store, WaitingResults waiting, RunReports reports)
{
    /// <summary>Each check, and what is wrong; <c>null</c> where nothing is.</summary>
    public IReadOnlyList<(string Name, string? Problem)> Checks() =>
    [
        ("schedule", scheduled.Since == DateTimeOffset.MaxValue ? "it is starting" : null),
        ("store", store.IsAway ? $"away; {waiting.Count} results wait" : null),
        ("browser", reports.Broken),
    ];
}
