using Quartz;

namespace Synthetic.Worker.Scheduling;

/// <summary>Records slots as missed as soon as Quartz finds that it slept through them, not only when the next one fires.</summary>
internal sealed class MisfireListener(ScheduledScenarios scheduled) : ITriggerListener
{
    public async ValueTask TriggerMisfired(ITrigger trigger, IScheduler scheduler, CancellationToken cancellationToken) =>
        await scheduled[trigger.JobKey.Name].GiveUpAsync(MissReason.SleptThrough);
}
