using Microsoft.Extensions.Logging;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Scheduling.Proofs;

namespace Synthetic.Worker.Scheduling;

/// <summary>
/// Follows the causes of a slow run in a second one, within the run's own slot: a run that is quick enough is left alone, so that a
/// healthy page is not visited twice. It never throws and always ends in time.
/// </summary>
/// <param name="stop">Ends it as soon as the worker is asked to stop.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Told of a bug.</param>
/// <param name="experiments">Runs scenarios again; <c>null</c> where that can't be done.</param>
internal sealed class CauseRuns(StopSignal stop, TimeProvider time, IEventLog log, IExperiments? experiments = null)
{
    /// <summary>The record with its paths by cause; the same record where nothing came of it.</summary>
    /// <param name="scenario">What was run.</param>
    /// <param name="record">The run.</param>
    /// <param name="next">The scenario's next slot; <c>null</c> where there is none.</param>
    /// <param name="yieldRequested">Cancelled when another slot can no longer wait for the place.</param>
    public async Task<RunRecord> FollowAsync(Scenario scenario, RunRecord record, DateTimeOffset? next, CancellationToken yieldRequested)
    {
        if (experiments is null || !IsSlow(record))
            return record;
        var left = next is { } slot ? slot - time.GetUtcNow() - ProofTime.Margin : scenario.Timeout;
        // It takes about as long as the run did; a slower one is broken off.
        if (left.TotalMilliseconds < 2 * record.DurationMs)
            return record;
        using var up = new CancellationTokenSource(left < scenario.Timeout ? left : scenario.Timeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(up.Token, stop.Begun, yieldRequested);
        try
        {
            return await Task.Run(() => new CauseFinder(experiments, time).FollowAsync(scenario, record, end.Token), CancellationToken.None)
                .WaitAsync(end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return record;
        }
        // The boundary of the second run: a bug in it must not cost the first one its record.
        catch (Exception error)
        {
            log.Write(new WorkerEvent("causes.failed", LogLevel.Error, $"{scenario.Name}: following the causes failed: {error.Message}")
            {
                Exception = error,
                Fields = json =>
                {
                    json.WriteString("scenario", scenario.Name);
                    json.WriteString("runId", record.RunId);
                },
            });
            return record;
        }
    }

    private static bool IsSlow(RunRecord record) => record.Status == RunStatus.Degraded
        || record.Steps.SelectMany(step => step.Interactions).Any(i => i.Response is { PathSource: PathSource.Order, Rating: not Rating.Good });
}
