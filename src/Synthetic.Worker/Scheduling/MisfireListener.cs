using Quartz;

namespace Synthetic.Worker.Scheduling;

/// <summary>Records slots as missed as soon as Quartz finds that it slept through them, not only when the next one fires.</summary>
internal sealed class MisfireListener(Lanes lanes) : ITriggerListener
{
    public async ValueTask TriggerMisfired(ITrigger trigger, IScheduler scheduler, CancellationToken cancellationToken) =>
        await lanes[trigger.JobKey.Name].GiveUpAsync(MissReason.SleptThrough);
}
