using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Synthetic.Core.Reporting;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Maintenance;
using Synthetic.Worker.Reporting;

namespace Synthetic.Worker.Scheduling.Recovery;

/// <summary>While the worker lives: says so to the store, brings it what waits, closes what others left, and deletes what is old.</summary>
internal sealed class StoreUpkeep(
    IStoreUpkeep upkeep, StoreAccess access, SlotRecovery recovery, ScheduledScenarios scheduled, MaintenanceWindows maintenance, Outputs outputs, Retention retention,
    ScheduleOptions options, TimeProvider time, IEventLog log) : BackgroundService
{
    private static readonly TimeSpan PruneEvery = TimeSpan.FromMinutes(10);

    private DateTimeOffset _pruned;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(LastAsync(access.DrainAsync()), LastAsync(upkeep.LeaveAsync(CancellationToken.None)));
        access.Close();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        // A pass may take long; a worker that says nothing meanwhile would be taken for dead.
        EachBeatAsync(() => upkeep.BeatAsync(stoppingToken), stoppingToken),
        EachBeatAsync(() => PassAsync(stoppingToken), stoppingToken));

    private async Task EachBeatAsync(Func<Task> act, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(IStoreUpkeep.Beat, time);
        try
        {
            do
            {
                try
                {
                    await act();
                }
                // The boundary of upkeep: it is done again, whatever went wrong.
                catch (Exception error) when (!stop.IsCancellationRequested)
                {
                    access.SayAway(error);
                }
            }
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The worker stops.
        }
    }

    private async Task PassAsync(CancellationToken stop)
    {
        await access.DrainAsync();
        await maintenance.RefreshAsync(stop);
        await recovery.CloseAbandonedAsync(stop);
        if (!recovery.HasRecordedMissed && scheduled.Since < DateTimeOffset.MaxValue)
            await recovery.TryRecordMissedAsync(scheduled.Since, stop);
        outputs.Deliver();
        if (time.GetUtcNow() - _pruned >= PruneEvery)
            await PruneAsync(stop);
    }

    private async Task PruneAsync(CancellationToken stop)
    {
        var pruned = 0;
        while (await upkeep.PruneAsync(retention, stop) is > 0 and var some)
            pruned += some;
        _pruned = time.GetUtcNow();
        if (pruned > 0)
            log.Write(new WorkerEvent("store.pruned", LogLevel.Information, $"{pruned} runs were older, or took more room, than is kept"));
    }

    private async Task LastAsync(Task task) =>
        await task.WaitAsync(options.HandOver, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
