using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Maintenance;

namespace Synthetic.Worker.Reporting;

/// <summary>Has each run judged and kept, and hands it to the outputs.</summary>
internal sealed class RunReports(StoreAccess store, MaintenanceWindows maintenance, Outputs outputs)
{
    private int _runs;
    private int _missed;

    /// <summary>Runs taken so far, missed slots not counted.</summary>
    public int Runs => _runs;

    /// <summary>Missed slots so far.</summary>
    public int Missed => _missed;

    /// <summary>Why the latest run that came to an end could not be made; <c>null</c> where it was, or none has ended yet.</summary>
    public string? Broken { get; private set; }

    /// <summary>Opens a slot's record, before anything is done for it.</summary>
    /// <returns>Whether the slot is this worker's.</returns>
    public Task<bool> ClaimAsync(Slot slot) => store.ClaimAsync(slot);

    /// <summary>Takes a run.</summary>
    /// <returns>The alert events that it caused; the outputs have them in their own time.</returns>
    public async Task<IReadOnlyList<Alert>> AddAsync(Scenario scenario, RunRecord record)
    {
        Interlocked.Increment(ref record.Status == RunStatus.Missed ? ref _missed : ref _runs);
        if (record.Status is not (RunStatus.Missed or RunStatus.Aborted))
            Broken = record.Status == RunStatus.Error ? record.Failure?.Message ?? "the monitor broke" : null;
        record = record with { Maintenance = maintenance.ReasonAt(record.Scenario, record.StartedAt) };
        var alerts = await store.CommitAsync(new WaitingResult(record));
        outputs.Post(new RunReport(scenario, record, alerts));
        return alerts;
    }

    /// <summary>Takes the proof of a run that was taken before: it is no new run.</summary>
    /// <param name="scenario">What was run.</param>
    /// <param name="proven">The run with its proof.</param>
    /// <param name="fired">The alert events that the run caused.</param>
    /// <returns>How many alerts it had something to say about.</returns>
    public async Task<int> AddProofAsync(Scenario scenario, RunRecord proven, IReadOnlyList<Alert> fired)
    {
        var alerts = await store.CommitAsync(new WaitingResult(proven, fired));
        if (alerts.Count > 0)
            outputs.Post(new RunReport(scenario, proven, alerts, WasReported: true));
        return alerts.Count;
    }

    /// <summary>Waits until every sink has what was added so far, but no longer than a given time.</summary>
    public Task TakenAsync(TimeSpan longest) => outputs.TakenAsync(longest);
}
