using Microsoft.Extensions.Logging;
using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Reporting;

/// <summary>Judges each run, commits what follows from it, and hands it to the outputs.</summary>
internal sealed class RunReports(IRunStore store, Outputs outputs, TimeProvider time, IEventLog log)
{
    private int _runs;
    private int _missed;

    /// <summary>Runs taken so far, missed slots not counted.</summary>
    public int Runs => _runs;

    /// <summary>Missed slots so far.</summary>
    public int Missed => _missed;

    /// <summary>Takes a run.</summary>
    /// <returns>The alert events that it caused; the outputs have them in their own time.</returns>
    public async Task<IReadOnlyList<Alert>> AddAsync(Scenario scenario, RunRecord record)
    {
        Interlocked.Increment(ref record.Status == RunStatus.Missed ? ref _missed : ref _runs);
        var alerts = await CommitAsync(scenario, record, state => RunCommit.OfRun(scenario, record, state, outputs.Notifiers, time.GetUtcNow()));
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
        var alerts = await CommitAsync(scenario, proven, state => RunCommit.OfProof(scenario, proven, fired, state, outputs.Notifiers, time.GetUtcNow()));
        if (alerts.Count > 0)
            outputs.Post(new RunReport(scenario, proven, alerts, IsProof: true));
        return alerts.Count;
    }

    /// <summary>Waits until every sink has what was added so far, but no longer than a given time.</summary>
    public Task TakenAsync(TimeSpan longest) => outputs.TakenAsync(longest);

    private async Task<IReadOnlyList<Alert>> CommitAsync(Scenario scenario, RunRecord record, Func<AlertState, RunCommit> decide)
    {
        using var deadline = new CancellationTokenSource(OutputLimits.Deadline, time);
        try
        {
            return (await store.CommitAsync(scenario.Name, decide, deadline.Token).WaitAsync(deadline.Token)).Alerts;
        }
        // The boundary of the store: without it the run is still reported, only not judged.
        catch (Exception error)
        {
            log.Write(new WorkerEvent("store.failed", LogLevel.Error, $"{scenario.Name}: run {record.RunId} was not kept, and led to no alert: {error.Message}")
            {
                Exception = error,
            });
            return [];
        }
    }
}
