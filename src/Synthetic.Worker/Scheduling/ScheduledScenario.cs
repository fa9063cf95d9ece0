using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Reporting;
using Synthetic.Worker.Scheduling.Proofs;

namespace Synthetic.Worker.Scheduling;

/// <summary>One scenario's way through the schedule: every tick ends in exactly one record, and no two runs overlap.</summary>
internal sealed class ScheduledScenario(Scenario scenario, SlotPlan plan, ScheduleServices services)
{
    private readonly SlotLedger _ledger = new(plan);
    private int _busy;
    private volatile bool _waiting;

    public Scenario Scenario => scenario;

    public SlotPlan Plan => plan;

    public bool Running { get; private set; }

    /// <summary>Whether a slot is under way: waiting for a place, running, being reported or proven.</summary>
    public bool Busy => Volatile.Read(ref _busy) == 1;

    /// <summary>Slots count from an instant on.</summary>
    public void Begin(DateTimeOffset since) => _ledger.Begin(since);

    /// <summary>Called once a tick; ends when its record is written, and proven where that was due.</summary>
    public async Task TickAsync(DateTimeOffset tick)
    {
        var (mine, passedOver) = _ledger.Take(tick);
        await MissAsync(passedOver, MissReason.SleptThrough);
        if (!mine)
            return;
        var slot = tick + plan.Delay;
        if (await RunUnlessMissedAsync(slot) is { } reason)
            await services.Misses.AddAsync(scenario, slot, reason);
    }

    /// <summary>Records every tick up to now that nothing came of.</summary>
    public Task GiveUpAsync(MissReason reason) => MissAsync(_ledger.GiveUp(services.Time.GetUtcNow()), reason);

    private async Task MissAsync(IReadOnlyList<DateTimeOffset> ticks, MissReason reason)
    {
        foreach (var tick in ticks)
            await services.Misses.AddAsync(scenario, tick + plan.Delay, reason);
        if (ticks.Count == SlotLedger.MostPassedOver)
            services.Misses.LogGap(scenario, ticks[^1] + plan.Delay);
    }

    /// <summary>Runs the slot.</summary>
    /// <returns><c>null</c> once it has run, here or by another worker; else why it could not.</returns>
    private async Task<MissReason?> RunUnlessMissedAsync(DateTimeOffset slot)
    {
        if (!await ArrivedAsync(slot))
            return MissReason.Stopping;
        if (!await services.Reports.ClaimAsync(Slot.Claimed(scenario.Name, services.Location.Name, slot, services.Time.GetUtcNow())))
            // Another worker at this location has it.
            return null;
        if (services.Time.GetUtcNow() - slot > services.Options.Lateness)
            return MissReason.SleptThrough;
        if (Interlocked.Exchange(ref _busy, 1) == 1)
            // The slot before this one has not begun to run: it waits for a free place, and so would this one.
            return _waiting ? MissReason.NoFreePlace : MissReason.StillRunning;
        try
        {
            if (services.Stop.Begun.IsCancellationRequested)
                return MissReason.Stopping;
            if (!await EnteredAsync())
                return services.Stop.Begun.IsCancellationRequested ? MissReason.Stopping : MissReason.NoFreePlace;
            await RunSlotAsync(slot);
            return null;
        }
        finally
        {
            Interlocked.Exchange(ref _busy, 0);
        }
    }

    private async Task<bool> EnteredAsync()
    {
        _waiting = true;
        try
        {
            return await services.ConcurrencyLimiter.EnterAsync(UntilNextSlot(), services.Stop.Begun);
        }
        finally
        {
            _waiting = false;
        }
    }

    private async Task RunSlotAsync(DateTimeOffset slot)
    {
        RunRecord record;
        try
        {
            record = await services.Causes.FollowAsync(scenario, await RunAsync(slot), NextSlot(), services.ConcurrencyLimiter.YieldRequested);
            if (scenario.Proof.OnBreach)
            {
                // A proof goes on in the run's place: as many scenarios as may run at once also may prove at once.
                var said = await services.Reports.AddAsync(scenario, record);
                await services.Proofs.ProveAsync(scenario, record, said, NextSlot(), services.ConcurrencyLimiter.YieldRequested);
                return;
            }
        }
        finally
        {
            services.ConcurrencyLimiter.Leave();
        }
        await services.Reports.AddAsync(scenario, record);
    }

    private async Task<RunRecord> RunAsync(DateTimeOffset slot)
    {
        Running = true;
        try
        {
            return await services.Runs.RunAsync(scenario, slot);
        }
        finally
        {
            Running = false;
        }
    }

    private DateTimeOffset? NextSlot() => NextSlot(services.Time.GetUtcNow());

    private DateTimeOffset? NextSlot(DateTimeOffset now) => plan.NextAfter(now - plan.Delay) + plan.Delay;

    // One reading of the clock: between two of them the next slot may come, and the time until it would be negative.
    private TimeSpan? UntilNextSlot()
    {
        var now = services.Time.GetUtcNow();
        return NextSlot(now) - now;
    }

    private async Task<bool> ArrivedAsync(DateTimeOffset slot)
    {
        var wait = slot - services.Time.GetUtcNow();
        if (wait <= TimeSpan.Zero)
            return true;
        try
        {
            await Task.Delay(wait, services.Time, services.Stop.Begun);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

/// <summary>What every scheduled scenario needs.</summary>
internal sealed record ScheduleServices(
    ScheduleOptions Options, RunnerLocation Location, TimeProvider Time, StopSignal Stop, ConcurrencyLimiter ConcurrencyLimiter, GuardedRuns Runs, MissedSlots Misses, RunReports Reports,
    CauseRuns Causes, BreachProofs Proofs);
