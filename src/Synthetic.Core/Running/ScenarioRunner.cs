using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;

namespace Synthetic.Core.Running;

/// <summary>Turns a scenario into one record: runs it, tries again where it may, derives the result.</summary>
/// <param name="source">Where evidence comes from.</param>
/// <param name="time">The clock.</param>
/// <param name="location">Written into each record.</param>
/// <param name="threw">Told of each bug with its stack trace, which may quote secrets of the scenario; the record only has its message.</param>
public sealed class ScenarioRunner(IEvidenceSource source, TimeProvider time, string location, Action<Scenario, Exception>? threw = null)
{
    /// <summary>Runs a scenario.</summary>
    /// <param name="scenario">What to run.</param>
    /// <param name="slot">What asked for it.</param>
    /// <param name="progress">Told of each step.</param>
    /// <param name="ct">Ends the run early; the record is then <see cref="RunStatus.Aborted"/>.</param>
    /// <returns>Exactly one record: the last try's, which names the failures of the tries before it.</returns>
    public async Task<RunRecord> RunAsync(
        Scenario scenario, RunSlot slot, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        var earlier = new List<Failure>();
        while (true)
        {
            var record = await AttemptAsync(scenario, slot, earlier, progress, ct);
            var again = record.Status is RunStatus.Failed or RunStatus.Error
                && earlier.Count < scenario.Retries
                && !ct.IsCancellationRequested;
            if (!again)
                return record;
            earlier.Add(record.Failure ?? new Failure(null, FailureKind.Browser, "the monitor broke and said nothing of it"));
        }
    }

    private async Task<RunRecord> AttemptAsync(
        Scenario scenario, RunSlot slot, List<Failure> earlier, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        var startedAt = time.GetUtcNow();
        var began = time.GetTimestamp();
        var header = new RunRecord
        {
            RunId = Guid.CreateVersion7(startedAt).ToString(),
            Scenario = scenario.Name,
            Location = location,
            Trigger = slot.Trigger,
            Attempt = earlier.Count + 1,
            EarlierFailures = earlier.Count == 0 ? null : [.. earlier],
            ScheduledAt = slot.ScheduledAt,
            StartedAt = startedAt,
        };
        RunRecord Derive(RunEvidence evidence) => Derivation.Of(
            header with { DurationMs = Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1) }, evidence);
        RunEvidence? seen = null;
        try
        {
            seen = EvidenceSanitizer.Of(await source.CollectAsync(scenario, progress, ct));
            return Derive(seen);
        }
        // Our own bug, whatever it is: it must not cost the other scenarios their runs, nor this slot its record.
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            var message = new Redactor(scenario.Secrets).Redact($"a bug in the monitor: {e.GetType().Name}: {e.Message}");
            threw?.Invoke(scenario, e);
            var record = Derive(new RunEvidence { Ending = RunEnding.Broken, Failure = new Failure(null, FailureKind.Browser, message) });
            // A bug in the diagnosis is found again only with the evidence it met.
            return seen is null ? record : record with { Evidence = seen };
        }
    }
}

/// <summary>What asked for a run.</summary>
/// <param name="Trigger"><c>schedule</c> or <c>manual</c>.</param>
/// <param name="ScheduledAt">The slot's planned time; <c>null</c> by hand.</param>
public sealed record RunSlot(string Trigger, DateTimeOffset? ScheduledAt = null)
{
    /// <summary>Somebody asked for it.</summary>
    public static RunSlot Manual { get; } = new("manual");
}
