using Microsoft.Extensions.Logging;
using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Scheduling;

/// <summary>Judges each run and hands it to every sink. What alerting remembers lives here, in memory.</summary>
internal sealed class RunReports(IEnumerable<IRunSink> sinks, IEventLog log, TimeProvider time)
{
    private readonly IRunSink[] _sinks = [.. sinks];
    private readonly Dictionary<string, AlertState> _states = [];
    private int _runs;
    private int _missed;

    /// <summary>Runs taken so far, missed slots not counted.</summary>
    public int Runs => _runs;

    /// <summary>Missed slots so far.</summary>
    public int Missed => _missed;

    /// <summary>Takes a run.</summary>
    /// <returns>What was said about it.</returns>
    public async Task<IReadOnlyList<Alert>> AddAsync(Scenario scenario, RunRecord record)
    {
        Interlocked.Increment(ref record.Status == RunStatus.Missed ? ref _missed : ref _runs);
        var alerts = Judge(scenario, state => AlertEvaluator.Evaluate(scenario.Alerts, state, record, time.GetUtcNow()));
        var report = new RunReport(scenario, record, alerts);
        await HandOutAsync(record, sink => sink.AcceptAsync(report, CancellationToken.None));
        return alerts;
    }

    /// <summary>Takes the proof of a run that was taken before: it is no new run.</summary>
    /// <param name="scenario">What was run.</param>
    /// <param name="proven">The run with its proof.</param>
    /// <param name="fired">What was said about it then.</param>
    /// <returns>How many alerts it had something to say about.</returns>
    public async Task<int> AddProofAsync(Scenario scenario, RunRecord proven, IReadOnlyList<Alert> fired)
    {
        var alerts = Judge(scenario, state => AlertEvaluator.Prove(state, proven, fired, time.GetUtcNow()));
        var report = new RunReport(scenario, proven, alerts);
        if (alerts.Count > 0)
            await HandOutAsync(proven, sink => sink.AcceptProofAsync(report, CancellationToken.None));
        return alerts.Count;
    }

    private async Task HandOutAsync(RunRecord record, Func<IRunSink, Task> to)
    {
        foreach (var sink in _sinks)
        {
            try
            {
                await to(sink);
            }
            // The boundary between sinks: whatever one throws must cost the others nothing.
            catch (Exception error)
            {
                log.Write(new WorkerEvent("sink.failed", LogLevel.Error, $"{sink.GetType().Name} did not take run {record.RunId}: {error.Message}")
                {
                    Exception = error,
                });
            }
        }
    }

    private IReadOnlyList<Alert> Judge(Scenario scenario, Func<AlertState, (AlertState, IReadOnlyList<Alert>)> judge)
    {
        lock (_states)
        {
            var (after, alerts) = judge(_states.GetValueOrDefault(scenario.Name, AlertState.Empty));
            _states[scenario.Name] = after;
            return alerts;
        }
    }
}
