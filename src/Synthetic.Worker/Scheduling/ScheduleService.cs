using Microsoft.Extensions.Hosting;
using Quartz;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Reporting;

namespace Synthetic.Worker.Scheduling;

/// <summary>Starts the schedule, and stops it so that nothing is left without a record.</summary>
internal sealed class ScheduleService(
    ISchedulerFactory factory, Lanes lanes, LaneServices services, Outputs outputs, IEventLog log) : IHostedService
{
    private readonly long _began = services.Time.GetTimestamp();
    private IScheduler? _scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _scheduler = await factory.GetScheduler(cancellationToken);
        foreach (var lane in lanes.All)
            await ScheduleAsync(_scheduler, lane, cancellationToken);
        await _scheduler.Start(cancellationToken);
        lanes.Begin();
        log.Write(WorkerLines.Started(lanes, services.Options));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is null)
            return;
        log.Write(WorkerLines.Stopping(lanes, services.Options));
        services.Stop.Begin();
        await _scheduler.Standby(CancellationToken.None);
        await _scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        foreach (var lane in lanes.All)
            await lane.GiveUpAsync(MissReason.Stopping);
        await outputs.CloseAsync(services.Options.HandOver);
        log.Write(WorkerLines.Stopped(services.Reports, services.Time.GetElapsedTime(_began)));
    }

    private async Task ScheduleAsync(IScheduler scheduler, Lane lane, CancellationToken ct)
    {
        var job = JobBuilder.Create<ScenarioJob>().WithIdentity(lane.Scenario.Name).StoreDurably().Build();
        await scheduler.AddJob(job, cancellationToken: ct);
        // A cron expression whose last time has passed has nothing to schedule; the started line shows it without a next time.
        for (var first = lane.Plan.NextAfter(services.Time.GetUtcNow()); first is not null;)
        {
            var trigger = TriggerBuilder.Create(scheduler.TimeProvider).ForJob(job)
                .WithIdentity(lane.Scenario.Name).StartAt(first.Value).WithSchedule(lane.Plan.Builder()).Build();
            if (await scheduler.ScheduleJob(trigger, cancellationToken: ct) == first)
                return;
            // Its first time has passed already, and Quartz begins the intervals anew from now: off the plan's grid.
            await scheduler.UnscheduleJob(trigger.Key, ct);
            first = lane.Plan.NextAfter(services.Time.GetUtcNow());
        }
    }
}
