using Synthetic.Worker.Scheduling;
using static Synthetic.Tests.Scheduling.Rig;

namespace Synthetic.Tests.Scheduling;

public sealed class StopTests
{
    [Test]
    public async Task ARunningRunMayEndAndItsRecordComesBeforeTheLastLine()
    {
        await using var rig = new Rig([Every("a", 20)]);
        await rig.StartAsync();
        await rig.FireAsync(0);
        await rig.Source.EnteredAsync();
        var stop = rig.StopAsync();
        var stopping = (await rig.Log.WaitForAsync("worker.stopping", 1))[0];
        rig.Source.Release();
        await stop;

        Assert.That(stopping.GetProperty("running")[0].GetString(), Is.EqualTo("a"));
        Assert.That(rig.Log.Names, Is.EqualTo(Listed("worker.started", "worker.stopping", "run", "worker.stopped")));
        Assert.That(rig.Slots(), Is.EqualTo(Listed((0, "passed"))));
        Assert.That(rig.Log.Of("worker.stopped")[0].GetProperty("runs").GetInt32(), Is.EqualTo(1));
        Assert.That(rig.Log.Messages("worker.stopped")[0], Does.StartWith("stopped after 1 run in "));
    }

    [Test]
    public async Task ARunThatOutlastsTheGracePeriodIsCancelled()
    {
        await using var rig = new Rig([Every("a", 20)]);
        await rig.StartAsync();
        await rig.FireAsync(0);
        await rig.Source.EnteredAsync();
        var stop = rig.StopAsync();
        await rig.FireAsync(30);
        await stop;
        Assert.That(rig.Source.Cancelled, Is.True);
        Assert.That(rig.Slots().Select(slot => slot.Slot), Is.EqualTo(Listed(0, 20)));
        Assert.That(rig.Log.Of("schedule.missed").Single().GetProperty("reason").GetString(), Is.EqualTo("stopping"));
        Assert.That(rig.Log.Names[^1], Is.EqualTo("worker.stopped"));
    }

    [Test]
    public async Task ARunThatDoesNotHearItsCancellationIsGivenUp()
    {
        await using var rig = new Rig([Every("a", 20)]);
        rig.Source.Deaf = true;
        await rig.StartAsync();
        await rig.FireAsync(0);
        await rig.Source.EnteredAsync();
        var stop = rig.StopAsync();
        await rig.FireAsync(30);
        await rig.FireAsync(35);
        await stop;
        Assert.That(rig.Slots()[0], Is.EqualTo((0, "aborted")));
    }

    [Test]
    public async Task ASecondSignalCancelsAtOnce()
    {
        await using var rig = new Rig([Every("a", 20)]);
        await rig.StartAsync();
        await rig.FireAsync(0);
        await rig.Source.EnteredAsync();
        var stop = rig.StopAsync();
        await rig.Log.WaitForAsync("worker.stopping", 1);
        rig.Stop.Cancel();
        await stop;
        Assert.That(rig.Source.Cancelled, Is.True);
        Assert.That(rig.Slots().Single().Slot, Is.Zero);
    }

    [Test]
    public async Task WhoWaitsForAPlaceWhenTheWorkerStopsIsMissed()
    {
        await using var rig = new Rig([Every("a", 20), Every("b", 20)], new ScheduleOptions { Concurrency = 1 });
        await rig.StartAsync();
        await rig.FireAsync(0);
        await rig.Source.EnteredAsync();
        await rig.Time.TimerAtAsync(At(30));
        var stop = rig.StopAsync();
        await rig.Log.WaitForAsync("schedule.missed", 1);
        rig.Source.Release();
        await stop;
        Assert.That(rig.Slots(), Is.EqualTo(Listed((0, "missed"), (0, "passed"))));
    }

    private static T[] Listed<T>(params T[] items) => items;
}
