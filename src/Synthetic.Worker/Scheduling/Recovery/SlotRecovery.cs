using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Reporting;

namespace Synthetic.Worker.Scheduling.Recovery;

/// <summary>Gives each slot that the store knows to lack a record its record.</summary>
internal sealed class SlotRecovery(
    IStoreUpkeep upkeep, StoreAccess access, ScheduledScenarios scheduled, KnownScenarios scenarios, RunReports reports, MissedSlots misses, TimeProvider time)
{
    /// <summary>No more slots of a scenario than this are recorded one by one; those beyond are told as a gap.</summary>
    public const int MostMissed = 1000;

    private static readonly TimeSpan Telling = TimeSpan.FromSeconds(2);

    /// <summary>Whether the store has a record of every slot before this worker's.</summary>
    public bool HasRecordedMissed { get; private set; }

    /// <summary>Does <see cref="RecordMissedAsync"/>, and leaves it for later where the store is away.</summary>
    public async Task TryRecordMissedAsync(DateTimeOffset until, CancellationToken ct)
    {
        try
        {
            await RecordMissedAsync(until, ct);
            HasRecordedMissed = true;
        }
        // The boundary of the store: without it the schedule begins all the same.
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            HasRecordedMissed = false;
            access.SayAway(error);
        }
    }

    /// <summary>Closes what workers that are dead left open.</summary>
    public async Task CloseAbandonedAsync(CancellationToken ct)
    {
        foreach (var slot in await upkeep.AbandonedAsync(ct))
        {
            await reports.AddAsync(scenarios.Find(slot.Scenario) ?? new Scenario { Name = slot.Scenario }, new RunRecord
            {
                RunId = slot.RunId,
                Scenario = slot.Scenario,
                Location = slot.Location,
                Trigger = "schedule",
                ScheduledAt = slot.At,
                StartedAt = slot.ClaimedAt,
                Status = RunStatus.Aborted,
                Failure = new Failure(null, FailureKind.Browser, $"the worker that ran it ended without a word; noticed at {time.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC"),
            });
        }
    }

    /// <summary>Records the slots between the last one that the store knows and an instant. It is done in their order: what ends it midway is made up for by the next start.</summary>
    /// <param name="until">Slots after this are the worker's own.</param>
    /// <param name="ct">Ends it.</param>
    public async Task RecordMissedAsync(DateTimeOffset until, CancellationToken ct)
    {
        foreach (var one in scheduled.All)
        {
            if (await upkeep.LatestSlotAsync(one.Scenario.Name, until, ct) is not { } latest)
                continue;
            DateTimeOffset[] slots = [.. one.Plan.Between(latest - one.Plan.Delay, until.AddTicks(1)).Take(MostMissed + 1).Select(tick => tick + one.Plan.Delay)];
            foreach (var some in slots.Take(MostMissed).Chunk(OutputLimits.MostReports / 2))
            {
                foreach (var slot in some)
                    await misses.AddAsync(one.Scenario, slot, MissReason.NoWorker);
                // Faster than the log takes them, some would be lost to it.
                await reports.TakenAsync(Telling);
            }
            if (slots.Length > MostMissed)
                misses.LogGap(one.Scenario, slots[MostMissed - 1]);
        }
    }
}
