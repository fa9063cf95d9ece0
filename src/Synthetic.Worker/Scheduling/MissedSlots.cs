using Microsoft.Extensions.Logging;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Reporting;

namespace Synthetic.Worker.Scheduling;

/// <summary>Records slots that were not run: a <c>schedule.missed</c> line that says why, and a record as for any run.</summary>
internal sealed class MissedSlots(RunReports reports, TimeProvider time, IEventLog log, RunnerLocation location)
{
    /// <summary>Records a slot, unless another worker has it.</summary>
    public async Task AddAsync(Scenario scenario, DateTimeOffset slot, MissReason reason)
    {
        if (!await reports.ClaimAsync(Slot.Claimed(scenario.Name, location.Name, slot, time.GetUtcNow())))
            return;
        log.Write(new WorkerEvent("schedule.missed", LogLevel.Warning, $"{scenario.Name} missed its slot of {slot:HH:mm:ss} UTC: {reason.Sentence()}")
        {
            Fields = json =>
            {
                json.WriteString("scenario", scenario.Name);
                json.WriteString("scheduledAt", slot);
                json.WriteString("reason", reason.Word());
            },
        });
        // Nothing began: the slot's own time puts the record where people look for it.
        await reports.AddAsync(scenario, new RunRecord
        {
            RunId = Guid.CreateVersion7(slot).ToString(),
            Scenario = scenario.Name,
            Location = location.Name,
            Trigger = "schedule",
            ScheduledAt = slot,
            StartedAt = slot,
            Status = RunStatus.Missed,
        });
    }

    /// <summary>Says that slots after one were missed too and have no records of their own.</summary>
    public void LogGap(Scenario scenario, DateTimeOffset after) =>
        log.Write(new WorkerEvent("schedule.gap", LogLevel.Error, $"{scenario.Name} missed more slots than are recorded one by one; those after {after:yyyy-MM-dd HH:mm:ss} UTC have no record"));
}

/// <summary>Where this worker runs, for the records it writes itself.</summary>
internal sealed record RunnerLocation(string Name);
