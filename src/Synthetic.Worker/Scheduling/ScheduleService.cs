using Microsoft.Extensions.Hosting;
using Quartz;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Scheduling;

/// <summary>Starts the schedule, and stops it so that nothing is left without a record.</summary>
internal sealed class ScheduleService(
    ISchedulerFactory factory, Lanes lanes, LaneServices services, IEventLog log) : IHostedService
{
    private readonly long _began = services.Time.GetTimestamp();
    private IScheduler? _scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _scheduler = await factory.GetScheduler(cancellationToken);
        foreach (var lane in lanes.All)
            await ScheduleAsync(_scheduler, lane, lanes.Since, cancellationToken);
        await _scheduler.Start(cancellationToken);
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
        log.Write(WorkerLines.Stopped(services.Reports, services.Time.GetElapsedTime(_began)));
    }

    private static async Task ScheduleAsync(IScheduler scheduler, Lane lane, DateTimeOffset since, CancellationToken ct)
    {
        // A cron expression whose last time has passed has nothing to schedule; the started line shows it without a next time.
        if (lane.Plan.NextAfter(since) is not { } first)
            return;
        var job = JobBuilder.Create<ScenarioJob>().WithIdentity(lane.Scenario.Name).Build();
        var trigger = TriggerBuilder.Create(scheduler.TimeProvider)
            .WithIdentity(lane.Scenario.Name).StartAt(first).WithSchedule(lane.Plan.Builder()).Build();
        await scheduler.ScheduleJob(job, trigger, cancellationToken: ct);
    }
}
