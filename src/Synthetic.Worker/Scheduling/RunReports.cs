using Microsoft.Extensions.Logging;
using Synthetic.Core.Alerting;
using Synthetic.Core.Running;
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

    public async Task AddAsync(Scenario scenario, RunRecord record)
    {
        Interlocked.Increment(ref record.Status == RunStatus.Missed ? ref _missed : ref _runs);
        var report = new RunReport(scenario, record, Judge(scenario, record));
        foreach (var sink in _sinks)
        {
            try
            {
                await sink.AcceptAsync(report, CancellationToken.None);
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

    private IReadOnlyList<Alert> Judge(Scenario scenario, RunRecord record)
    {
        lock (_states)
        {
            var before = _states.GetValueOrDefault(scenario.Name, AlertState.Empty);
            var (after, alerts) = AlertEvaluator.Evaluate(scenario.Alerts, before, record, time.GetUtcNow());
            _states[scenario.Name] = after;
            return alerts;
        }
    }
}
