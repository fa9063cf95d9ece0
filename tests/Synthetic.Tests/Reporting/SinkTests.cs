using Synthetic.Core.Reporting;
using Synthetic.Tests.Scheduling;

using static Synthetic.Tests.Scheduling.Rig;

namespace Synthetic.Tests.Reporting;

/// <summary>What a sink does wrong is its own trouble: not the schedule's, not another sink's, not the stop's.</summary>
public sealed class SinkTests
{
    [Test]
    public async Task ASinkThatThrowsCostsTheOthersNothing()
    {
        await using var rig = Running(new Sink(_ => throw new IOException("full")));
        await rig.FireAsync(0);
        await rig.RunsAsync(1);
        await rig.Log.WaitForAsync("sink.failed", 1);
        Assert.That(rig.Log.Messages("sink.failed").Single(), Does.StartWith("Sink did not take run ").And.EndsWith(": full"));
    }

    [Test]
    public async Task ASinkThatHangsDelaysNoSlotIsToldOfAndGetsNoSecondCall()
    {
        var hang = new TaskCompletionSource();
        var sink = new Sink(_ => hang.Task);
        await using var rig = Running(sink);
        await rig.FireAsync(0);
        // Its deadline counts from its call, which must come before the clock stands at the last slot.
        await sink.CalledAsync(1);
        for (var slot = 1; slot < 3; slot++)
        {
            await rig.FireAsync(slot * 20);
            await rig.RunsAsync(slot + 1);
        }
        // The clock may have moved on while the log's own sink was in its call: that is told too.
        await rig.Log.WaitForAsync("sink.failed", "Sink ");
        Assert.That(rig.Slots(), Is.EqualTo(Listed((0, "passed"), (20, "passed"), (40, "passed"))));
        Assert.That(rig.Log.Messages("sink.failed").Single(text => text.StartsWith("Sink ", StringComparison.Ordinal)), Does.EndWith(": it took longer than 10 s"));
        Assert.That(sink.Calls, Has.Count.EqualTo(1));
        hang.SetResult();
        await sink.CalledAsync(2);
        Assert.That(sink.Calls, Is.EqualTo(sink.Calls.Distinct()));
    }

    [Test]
    public async Task ASinkThatBlocksItsThreadDelaysNoSlot()
    {
        using var blocked = new ManualResetEventSlim();
        await using var rig = Running(new Sink(_ =>
        {
            blocked.Wait();
            return Task.CompletedTask;
        }));
        for (var slot = 0; slot < 2; slot++)
        {
            await rig.FireAsync(slot * 20);
            await rig.RunsAsync(slot + 1);
        }
        blocked.Set();
        Assert.That(rig.Slots(), Is.EqualTo(Listed((0, "passed"), (20, "passed"))));
    }

    [Test]
    public async Task ASinkThatHangsDelaysTheStopByNoMoreThanTheHandOver()
    {
        var sink = new Sink(_ => new TaskCompletionSource().Task);
        await using var rig = Running(sink);
        await rig.FireAsync(0);
        await rig.RunsAsync(1);
        var stop = rig.StopAsync();
        await rig.FireAsync(3);
        await stop;
        Assert.That(rig.Log.Names[^2..], Is.EqualTo(Listed("sink.failed", "worker.stopped")));
        Assert.That(rig.Log.Messages("sink.failed")[^1], Is.EqualTo("Sink had not taken 1 of the reports when the worker stopped"));
    }

    [Test]
    public async Task AStopWaitsForASinkThatIsSlow()
    {
        var slow = new TaskCompletionSource();
        var sink = new Sink(_ => slow.Task);
        await using var rig = Running(sink);
        await rig.FireAsync(0);
        await sink.CalledAsync(1);
        var stop = rig.StopAsync();
        await rig.Time.TimerAtAsync(At(3));
        slow.SetResult();
        await stop;
        Assert.That(rig.Log.Names, Does.Not.Contain("sink.failed"));
    }

    [Test]
    public async Task ReportsBeyondTheBoundAreLostAndTold()
    {
        var hang = new TaskCompletionSource();
        var log = new CapturedLog();
        var output = new Worker.Reporting.SinkOutput(new Sink(_ => hang.Task), new WatchedTime(Noon), log);
        var report = new RunReport(Every("a", 20), Alerting.Runs.Of(Core.Records.RunStatus.Passed), []);
        for (var n = 0; n < OutputLimits.MostReports + 1; n++)
            output.Post(report);
        Assert.That(log.Messages("sink.failed"), Is.EqualTo(Listed("Sink did not take run run-0: 100 reports wait for it already")));
        hang.SetResult();
        await output.Taken;
        output.Post(report);
        await output.Taken;
        Assert.That(log.Messages("sink.failed"), Has.Length.EqualTo(1));
    }

    private static Rig Running(IRunSink sink)
    {
        var rig = new Rig([Every("a", 20)], null, sink);
        rig.Source.Open = true;
        rig.StartAsync().GetAwaiter().GetResult();
        return rig;
    }

    private static T[] Listed<T>(params T[] items) => items;

    private sealed class Sink(Func<RunReport, Task> accept) : IRunSink
    {
        private readonly SemaphoreSlim _called = new(0);
        private readonly List<string> _calls = [];

        public IReadOnlyList<string> Calls
        {
            get
            {
                lock (_calls)
                    return [.. _calls];
            }
        }

        public Task AcceptAsync(RunReport report, CancellationToken ct)
        {
            lock (_calls)
                _calls.Add(report.Record.RunId);
            _called.Release();
            return accept(report);
        }

        public async Task CalledAsync(int times)
        {
            for (var n = 0; n < times; n++)
                Assert.That(await _called.WaitAsync(TimeSpan.FromSeconds(20)), Is.True);
        }
    }
}
