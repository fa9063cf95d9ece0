using Synthetic.Core.Reporting;
using Synthetic.Worker.Scheduling.Recovery;

namespace Synthetic.Tests.Scheduling;

public sealed class SlotRecoveryTests
{
    [Test]
    public async Task SlotsWhileNoWorkerRanAreMissed()
    {
        var upkeep = new Remembering { Latest = Rig.At(-62) };
        await using var rig = new Rig([Rig.Every("order", 20)]) { Upkeep = upkeep };
        await rig.StartAsync();
        await rig.Recovery.RecordMissedAsync(rig.ScheduledScenarios.Since, CancellationToken.None);
        await rig.Log.WaitForAsync("run", 3);
        Assert.That(rig.Slots(), Is.EqualTo(new[] { (-60, "missed"), (-40, "missed"), (-20, "missed") }));
        Assert.That(rig.Log.Of("schedule.missed").Select(line => line.GetProperty("reason").GetString()), Is.All.EqualTo("no-worker"));
    }

    [Test]
    public async Task WhereTheStoreKnowsNoSlotNothingWasMissed()
    {
        await using var rig = new Rig([Rig.Every("order", 20)]) { Upkeep = new Remembering() };
        await rig.StartAsync();
        await rig.Recovery.RecordMissedAsync(rig.ScheduledScenarios.Since, CancellationToken.None);
        Assert.That(rig.Log.Of("run"), Is.Empty);
    }

    [Test]
    public async Task MoreThanAThousandAreToldAsAGap()
    {
        await using var rig = new Rig([Rig.Every("order", 1)]) { Upkeep = new Remembering { Latest = Rig.At(-5000) } };
        await rig.StartAsync();
        await rig.Recovery.RecordMissedAsync(rig.ScheduledScenarios.Since, CancellationToken.None);
        await rig.Log.WaitForAsync("run", SlotRecovery.MostMissed);
        Assert.That(rig.Log.Messages("schedule.gap").Single(), Does.EndWith("have no record"));
        Assert.That(rig.Slots().Max(slot => slot.Slot), Is.EqualTo(-5000 + SlotRecovery.MostMissed));
    }

    [Test]
    public async Task WhatADeadWorkerLeftOpenIsClosedAsAborted()
    {
        var upkeep = new Remembering { Abandoned = [new Slot("gone", "test", Rig.At(-40), "run-1", Rig.At(-39)), new Slot("order", "test", Rig.At(-20), "run-2", Rig.At(-20))] };
        await using var rig = new Rig([Rig.Every("order", 20)]) { Upkeep = upkeep };
        await rig.StartAsync();
        await rig.Recovery.CloseAbandonedAsync(CancellationToken.None);
        await rig.Log.WaitForAsync("run", 2);
        Assert.That(rig.Slots(), Is.EqualTo(new[] { (-40, "aborted"), (-20, "aborted") }));
        Assert.That(rig.Log.Of("run")[1].GetProperty("failure").GetProperty("message").GetString(),
            Is.EqualTo("the worker that ran it ended without a word; noticed at 2026-01-01 11:59:55 UTC"));
    }

    private sealed class Remembering : IStoreUpkeep
    {
        public DateTimeOffset? Latest { get; init; }

        public IReadOnlyList<Slot> Abandoned { get; init; } = [];

        public Task BeatAsync(CancellationToken ct) => Task.CompletedTask;

        public Task LeaveAsync(CancellationToken ct) => Task.CompletedTask;

        public Task<IReadOnlyList<Slot>> AbandonedAsync(CancellationToken ct) => Task.FromResult(Abandoned);

        public Task<DateTimeOffset?> LatestSlotAsync(string scenario, DateTimeOffset until, CancellationToken ct) => Task.FromResult(Latest);

        public Task<int> PruneAsync(Retention retention, CancellationToken ct) => Task.FromResult(0);
    }
}
