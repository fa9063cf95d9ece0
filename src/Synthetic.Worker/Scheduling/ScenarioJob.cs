using Quartz;

namespace Synthetic.Worker.Scheduling;

/// <summary>What Quartz fires: the job's name is the scenario's.</summary>
internal sealed class ScenarioJob(ScheduledScenarios scheduled) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        new(scheduled[context.JobDetail.Key.Name].TickAsync((context.ScheduledFireTimeUtc ?? context.FireTimeUtc).ToUniversalTime()));
}
