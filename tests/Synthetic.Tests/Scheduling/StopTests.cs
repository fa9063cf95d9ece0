using Microsoft.Extensions.Time.Testing;
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

    [Test]
    public void HoweverManyAskToStopThereIsOneTimerForEachDegree()
    {
        var time = new CountingTime();
        using var stop = new StopSignal(new ScheduleOptions(), time);
        Parallel.For(0, 100, _ =>
        {
            stop.Begin();
            stop.Cancel();
        });
        Assert.That(time.Timers, Is.EqualTo(2));
    }

    [Test]
    public void ASignalThatComesAfterTheEndDoesNoHarm()
    {
        var time = new FakeTimeProvider(Noon);
        var stop = new StopSignal(new ScheduleOptions(), time);
        stop.Begin();
        stop.Dispose();
        Assert.That(stop.Cancel, Throws.Nothing);
        Assert.That(stop.Begin, Throws.Nothing);
        time.SetUtcNow(At(3600));
        Assert.That((stop.Cancelled.IsCancellationRequested, stop.Over.IsCancellationRequested), Is.EqualTo((true, false)), "no timer is left");
    }

    private sealed class CountingTime : TimeProvider
    {
        private int _timers;

        public int Timers => _timers;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref _timers);
            return new FakeTimeProvider(Noon).CreateTimer(callback, state, dueTime, period);
        }
    }

    private static T[] Listed<T>(params T[] items) => items;
}
