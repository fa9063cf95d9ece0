using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;
using Synthetic.Worker.Scheduling;

using static Synthetic.Tests.Scheduling.Rig;

namespace Synthetic.Tests.Scheduling;

public sealed class ScheduleTests
{
    [Test]
    public async Task EachSlotBecomesOneRunAtItsPlannedTime()
    {
        await using var rig = new Rig([Every("a", 20)]);
        rig.Source.Open = true;
        await rig.StartAsync();
        for (var slot = 0; slot < 3; slot++)
        {
            await rig.FireAsync(slot * 20);
            await rig.RunsAsync(slot + 1);
        }
        Assert.That(rig.Slots(), Is.EqualTo(Listed((0, "passed"), (20, "passed"), (40, "passed"))));
        Assert.That(rig.Log.Of("run")[0].GetProperty("trigger").GetString(), Is.EqualTo("schedule"));
    }

    [Test]
    public async Task SlotsThatPassWhileTheWorkerStartsAreNobodys()
    {
        await using var rig = new Rig([Every("a", 20)]);
        rig.Source.Open = true;
        Assert.That(rig.ScheduledScenarios.All, Has.Count.EqualTo(1), "the schedule is there before the clock moves on");
        rig.Time.SetUtcNow(At(7));
        await rig.StartAsync();
        await rig.FireAsync(20);
        await rig.Log.WaitForAsync("run", 1);
        Assert.That(rig.Slots(), Is.EqualTo(Listed((20, "passed"))));
        Assert.That(rig.Log.Messages("worker.started"), Is.EqualTo(Listed("watching 1 scenario; first a at 12:00:20 UTC")));
    }

    [Test]
    public async Task ASlotWithinTheFirstSecondIsNobodys()
    {
        await using var rig = new Rig([Every("a", 20)]);
        rig.Source.Open = true;
        rig.Time.SetUtcNow(At(0).AddMilliseconds(-500));
        await rig.StartAsync();
        await rig.FireAsync(0);
        await rig.FireAsync(20);
        await rig.Log.WaitForAsync("run", 1);
        Assert.That(rig.Slots(), Is.EqualTo(Listed((20, "passed"))));
        Assert.That(rig.Log.Messages("worker.started"), Is.EqualTo(Listed("watching 1 scenario; first a at 12:00:20 UTC")));
    }

    [Test]
    public async Task AScenarioNeverOverlapsItselfAndTheBlockedSlotsAreMissed()
    {
        await using var rig = new Rig([Every("a", 20)]);
        await rig.StartAsync();
        await rig.FireAsync(0);
        await rig.Source.EnteredAsync();
        await rig.FireAsync(20);
        var missed = await rig.Log.WaitForAsync("schedule.missed", 1);
        await rig.FireAsync(40);
        await rig.Log.WaitForAsync("run", 2);
        rig.Source.Release();
        await rig.RunsAsync(3);
        await rig.FireAsync(60);
        await rig.Source.EnteredAsync();
        rig.Source.Release();
        await rig.Log.WaitForAsync("run", 4);

        Assert.That(missed[0].GetProperty("reason").GetString(), Is.EqualTo("still-running"));
        Assert.That(rig.Source.Overlapped, Is.False);
        Assert.That(rig.Slots(), Is.EqualTo(Listed((0, "passed"), (20, "missed"), (40, "missed"), (60, "passed"))));
    }

    [Test]
    public async Task NoMoreThanTheSetNumberRunAtOnceAndWhoWaitsTooLongIsMissed()
    {
        var options = new ScheduleOptions { Concurrency = 2, QueueTimeout = TimeSpan.FromSeconds(3) };
        await using var rig = new Rig([Every("a", 20), Every("b", 20), Every("c", 20), Every("d", 20)], options);
        await rig.StartAsync();
        await rig.FireAsync(0);
        await rig.Source.EnteredAsync();
        await rig.Source.EnteredAsync();
        await rig.Time.TimerAtAsync(At(3), count: 2);
        rig.Source.Release();
        await rig.Source.EnteredAsync();
        await rig.FireAsync(3);
        await rig.Log.WaitForAsync("schedule.missed", 1);
        rig.Source.Release(2);
        await rig.Log.WaitForAsync("run", 4);

        Assert.That(rig.Source.Peak, Is.EqualTo(2));
        Assert.That(rig.Log.Of("schedule.missed").Single().GetProperty("reason").GetString(), Is.EqualTo("no-free-place"));
        Assert.That(rig.Slots().Select(slot => slot.Status).Order(), Is.EqualTo(Listed("missed", "passed", "passed", "passed")));
    }

    [Test]
    public async Task ASlotBehindOneThatStillWaitsForAPlaceLacksAPlaceToo()
    {
        await using var rig = new Rig([Every("a", 20), Every("b", 20)], new ScheduleOptions { Concurrency = 1 });
        await rig.StartAsync();
        await rig.FireAsync(0);
        await rig.Source.EnteredAsync();
        await rig.Time.TimerAtAsync(At(30));
        await rig.FireAsync(20);
        var missed = await rig.Log.WaitForAsync("schedule.missed", 2);

        var running = rig.ScheduledScenarios.All.Single(lane => lane.Running).Scenario.Name;
        var reasons = missed.ToDictionary(line => line.GetProperty("scenario").GetString() == running, line => line.GetProperty("reason").GetString());
        Assert.That(reasons, Is.EquivalentTo(new Dictionary<bool, string> { [true] = "still-running", [false] = "no-free-place" }));
    }

    [Test]
    public async Task SlotsSleptThroughAreRecordedOnceEachAsSoonAsTheMachineWakes()
    {
        await using var rig = new Rig([Every("a", 20)]);
        rig.Source.Open = true;
        await rig.StartAsync();
        await rig.FireAsync(0);
        await rig.RunsAsync(1);
        await rig.Time.TimerAtAsync(At(20));
        rig.Time.SetUtcNow(At(90));
        await rig.RunsAsync(5);
        await rig.FireAsync(100);
        await rig.Log.WaitForAsync("run", 6);

        Assert.That(rig.Log.Of("schedule.missed").Select(line => line.GetProperty("reason").GetString()), Is.All.EqualTo("slept-through"));
        Assert.That(rig.Slots(), Is.EqualTo(Listed((0, "passed"), (20, "missed"), (40, "missed"), (60, "missed"), (80, "missed"), (100, "passed"))));
    }

    [Test]
    public async Task ARunThatThrowsIsARecordAndTheScheduleGoesOn()
    {
        await using var rig = new Rig([Every("a", 20)]);
        rig.Source.Open = true;
        rig.Source.Bug = new InvalidOperationException("a bug");
        await rig.StartAsync();
        await rig.FireAsync(0);
        var run = (await rig.Log.WaitForAsync("run", 1))[0];
        await rig.RunsAsync(1);
        rig.Source.Bug = null;
        await rig.FireAsync(20);
        await rig.Log.WaitForAsync("run", 2);

        Assert.That(run.GetProperty("failure").GetProperty("message").GetString(), Is.EqualTo("a bug in the monitor: InvalidOperationException: a bug"));
        Assert.That(rig.Slots(), Is.EqualTo(Listed((0, "error"), (20, "passed"))));
        Assert.That(rig.Log.Messages("run.threw"), Is.EqualTo(Listed("a: a bug")));
    }

    [Test]
    public async Task ASecretInAnExceptionStaysOutOfTheRecord()
    {
        await using var rig = new Rig([Every("a", 20) with { Secrets = [new Secret("TOKEN", "s3cr3t-t0ken")] }]);
        rig.Source.Open = true;
        rig.Source.Bug = new InvalidOperationException("GET https://shop.test/?token=s3cr3t-t0ken failed");
        await rig.StartAsync();
        await rig.FireAsync(0);
        var run = (await rig.Log.WaitForAsync("run", 1))[0];
        Assert.That(run.GetProperty("failure").GetProperty("message").GetString(),
            Is.EqualTo("a bug in the monitor: InvalidOperationException: GET https://shop.test/?token=*** failed"));
    }

    [Test]
    public async Task TicksThatWaitForTheirStartHoldUpNoOthers()
    {
        var spread = TimeSpan.FromSeconds(40);
        var name = Enumerable.Range(0, 100).Select(n => $"s{n}").First(name => StartOffset.Of(name, spread).TotalSeconds > 35);
        var delay = StartOffset.Of(name, spread);
        await using var rig = new Rig([new() { Name = name, Schedule = new Schedule { Cron = "* * * * * ?", Jitter = spread } }]);
        rig.Source.Open = true;
        await rig.StartAsync();
        // The clock of the rig begins 5 s early, and slots count a second later.
        await rig.FireAsync(-4);
        for (var second = -3; second < 33; second++)
        {
            await rig.FireAsync(second);
            await rig.Time.TimerAtAsync(At(second) + delay);
        }
        Assert.That(rig.Log.Names, Does.Not.Contain("schedule.missed"));
    }

    [Test]
    public async Task AlertsFireAndResolveAsTheScheduleGoes()
    {
        await using var rig = new Rig([Every("a", 20)]);
        rig.Source.Open = true;
        rig.Source.Bug = new InvalidOperationException("a bug");
        await rig.StartAsync();
        for (var slot = 0; slot < 4; slot++)
        {
            rig.Source.Bug = slot < 2 ? rig.Source.Bug : null;
            await rig.FireAsync(slot * 20);
            await rig.RunsAsync(slot + 1);
        }
        var alerts = await rig.Log.WaitForAsync("alert", 2);
        Assert.That(alerts.Select(alert => alert.GetProperty("state").GetString()), Is.EqualTo(Listed("firing", "resolved")));
        Assert.That(alerts[1].GetProperty("fingerprint").GetString(), Is.EqualTo(alerts[0].GetProperty("fingerprint").GetString()));
        Assert.That(alerts[0].TryGetProperty("message", out _), Is.False, "the line has it already");
    }

    private static T[] Listed<T>(params T[] items) => items;
}
