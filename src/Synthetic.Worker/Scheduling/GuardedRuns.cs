using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Scheduling;

/// <summary>Runs a scenario so that a record comes of it whatever happens: a bug makes one of status error, a hang at the end one of status aborted.</summary>
internal sealed class GuardedRuns(ScenarioRunner runner, StopSignal stop, TimeProvider time, IEventLog log, RunnerLocation location)
{
    public async Task<RunRecord> RunAsync(Scenario scenario, DateTimeOffset slot)
    {
        var startedAt = time.GetUtcNow();
        var began = time.GetTimestamp();
        RunRecord Ended(RunStatus status, string message) => new()
        {
            RunId = Guid.CreateVersion7(startedAt).ToString(),
            Scenario = scenario.Name,
            Location = location.Name,
            Trigger = "schedule",
            ScheduledAt = slot,
            StartedAt = startedAt,
            DurationMs = Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1),
            Status = status,
            // An exception may quote an address or a value with a secret in it, and records go further than the log.
            Failure = new Failure(null, FailureKind.Browser, new Redactor(scenario.Secrets).Redact(message)),
        };
        try
        {
            return await runner.RunAsync(scenario, new RunSlot("schedule", slot), progress: null, stop.Cancelled)
                .WaitAsync(stop.Over);
        }
        catch (OperationCanceledException) when (stop.Cancelled.IsCancellationRequested)
        {
            return Ended(RunStatus.Aborted, "the worker was stopped and the run did not end in time");
        }
        // The boundary of a run: a bug in it must not end the schedule.
        catch (Exception error)
        {
            log.Write(WorkerLines.RunThrew(scenario, error));
            return Ended(RunStatus.Error, $"{error.GetType().Name}: {error.Message}");
        }
    }
}
