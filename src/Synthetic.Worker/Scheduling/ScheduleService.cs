using Microsoft.Extensions.Hosting;
using Quartz;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Reporting;
using Synthetic.Worker.Scheduling.Recovery;

namespace Synthetic.Worker.Scheduling;

/// <summary>Starts the schedule, and stops it so that nothing is left without a record.</summary>
internal sealed class ScheduleService(
    ISchedulerFactory factory, ScheduledScenarios scheduled, ScheduleServices services, Outputs outputs, IEventLog log,
    SlotRecovery? recovery = null) : IHostedService
{
    private readonly long _began = services.Time.GetTimestamp();
    private IScheduler? _scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _scheduler = await factory.GetScheduler(cancellationToken);
        foreach (var one in scheduled.All)
            await ScheduleAsync(_scheduler, one, cancellationToken);
        await _scheduler.Start(cancellationToken);
        await scheduled.BeginAsync(since => recovery is null ? Task.CompletedTask : recovery.TryRecordMissedAsync(since, cancellationToken));
        log.Write(WorkerLines.Started(scheduled, services.Options));
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_scheduler is null)
            return;
        log.Write(WorkerLines.Stopping(scheduled, services.Options));
        services.Stop.Begin();
        await _scheduler.Standby(CancellationToken.None);
        await _scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        foreach (var one in scheduled.All)
            await one.GiveUpAsync(MissReason.Stopping);
        await outputs.CloseAsync(services.Options.HandOver);
        log.Write(WorkerLines.Stopped(services.Reports, services.Time.GetElapsedTime(_began)));
    }

    private async Task ScheduleAsync(IScheduler scheduler, ScheduledScenario one, CancellationToken ct)
    {
        var job = JobBuilder.Create<ScenarioJob>().WithIdentity(one.Scenario.Name).StoreDurably().Build();
        await scheduler.AddJob(job, cancellationToken: ct);
        // A cron expression whose last time has passed has nothing to schedule; the started line shows it without a next time.
        for (var first = one.Plan.NextAfter(services.Time.GetUtcNow()); first is not null;)
        {
            var trigger = TriggerBuilder.Create(scheduler.TimeProvider).ForJob(job)
                .WithIdentity(one.Scenario.Name).StartAt(first.Value).WithSchedule(one.Plan.Builder()).Build();
            if (await scheduler.ScheduleJob(trigger, cancellationToken: ct) == first)
                return;
            // Its first time has passed already, and Quartz begins the intervals anew from now: off the plan's grid.
            await scheduler.UnscheduleJob(trigger.Key, ct);
            first = one.Plan.NextAfter(services.Time.GetUtcNow());
        }
    }
}
