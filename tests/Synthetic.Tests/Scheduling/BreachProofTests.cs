using System.Text.Json;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Scheduling;

using static Synthetic.Tests.Scheduling.Rig;

namespace Synthetic.Tests.Scheduling;

public sealed class BreachProofTests
{
    [Test]
    public async Task TheRunAndItsAlertAreToldBeforeTheProofBeginsAndTheVerdictAfterIt()
    {
        await using var rig = Breaking(60);
        rig.Experiments.Held = true;
        await RunAsync(rig, 0);
        await rig.Experiments.EnteredAsync();
        Assert.That(rig.Log.Names, Is.EqualTo(Listed("worker.started", "run", "alert")));
        rig.Experiments.LetGo();
        var alerts = await rig.Log.WaitForAsync("alert", 2);

        Assert.That(alerts.Select(State), Is.EqualTo(Listed("firing", "updated")));
        Assert.That(alerts.Select(alert => alert.GetProperty("culprit").GetProperty("confidence").GetString()), Is.EqualTo(Listed("inferred", "proven")));
        Assert.That(alerts[1].GetProperty("proof").GetProperty("outcome").GetString(), Is.EqualTo("proven"));
        Assert.That(alerts[1].GetProperty("runId").GetString(), Is.EqualTo(alerts[0].GetProperty("runId").GetString()));
        Assert.That(rig.Log.Messages("alert")[1], Is.EqualTo("a / Place order: response 440 ms over 200 ms; db took 350 ms of it; " + alerts[1].GetProperty("proof").GetProperty("text").GetString()));
        Assert.That(rig.Slots(), Is.EqualTo(Listed((0, "degraded"))));
    }

    [Test]
    public async Task WhatStillFiresIsProvenOnceAndSaidNoMore()
    {
        await using var rig = Breaking(25);
        await RunAsync(rig, 0);
        await rig.Log.WaitForAsync("alert", 2);
        await rig.RunsAsync(1);
        var runs = rig.Experiments.Count;
        await RunAsync(rig, 25);
        await rig.RunsAsync(2);
        Assert.That((rig.Log.Of("alert").Length, rig.Experiments.Count), Is.EqualTo((2, runs)));
    }

    [Test]
    public async Task WhoDoesNotAskForProofsGetsNone()
    {
        await using var rig = new Rig([Broken("a", 60) with { Proof = ProofRule.Default }]);
        await RunAsync(rig, 0);
        await rig.RunsAsync(1);
        Assert.That(rig.Experiments.Count, Is.Zero);
    }

    [Test]
    public async Task AProofIsCutShortBeforeTheNextSlot()
    {
        await using var rig = Breaking(20);
        rig.Experiments.Held = true;
        await RunAsync(rig, 0);
        await rig.Experiments.EnteredAsync();
        await rig.FireAsync(18);
        Assert.That(await SkippedAsync(rig), Is.EqualTo("too-little-time"));
        await rig.RunsAsync(1);
        await RunAsync(rig, 20);
        await rig.RunsAsync(2);
        Assert.That(rig.Slots(), Is.EqualTo(Listed((0, "degraded"), (20, "degraded"))));
    }

    [Test]
    public async Task AProofThatHangsIsLeftBehindAndTheNextSlotRuns()
    {
        await using var rig = Breaking(20, new ScheduleOptions { Concurrency = 1 });
        (rig.Experiments.Held, rig.Experiments.Deaf) = (true, true);
        await RunAsync(rig, 0);
        await rig.Experiments.EnteredAsync();
        await rig.FireAsync(18);
        await rig.FireAsync(19);
        await rig.Log.WaitForAsync("proof.failed", 1);
        await rig.RunsAsync(1);
        await RunAsync(rig, 20);
        await rig.RunsAsync(2);
        Assert.That(rig.Slots(), Is.EqualTo(Listed((0, "degraded"), (20, "degraded"))));
        Assert.That(rig.Log.Messages("proof.failed"), Is.EqualTo(Listed("a: the proof failed: it did not end when it had to")));
    }

    [Test]
    public async Task ABugInAProofCostsNothingElse()
    {
        await using var rig = Breaking(20);
        rig.Experiments.Bug = new InvalidOperationException("a bug");
        await RunAsync(rig, 0);
        await rig.Log.WaitForAsync("proof.failed", 1);
        await rig.RunsAsync(1);
        await RunAsync(rig, 20);
        await rig.RunsAsync(2);
        Assert.That(rig.Log.Messages("proof.failed"), Is.EqualTo(Listed("a: the proof failed: a bug")));
        Assert.That(rig.Slots(), Is.EqualTo(Listed((0, "degraded"), (20, "degraded"))));
    }

    [Test]
    public async Task AStopEndsAProofAtOnceAndClaimsNoVerdict()
    {
        await using var rig = Breaking(60);
        rig.Experiments.Held = true;
        await RunAsync(rig, 0);
        await rig.Experiments.EnteredAsync();
        await rig.StopAsync();
        Assert.That(rig.Log.Names, Is.EqualTo(Listed("worker.started", "run", "alert", "worker.stopping", "proof.skipped", "worker.stopped")));
        Assert.That(await SkippedAsync(rig), Is.EqualTo("stopping"));
        Assert.That(rig.Log.Of("worker.stopping")[0].GetProperty("running").GetArrayLength(), Is.Zero, "nothing that may use up the grace period");
    }

    [Test]
    public async Task AStopWaitsASecondForAProofThatHangs()
    {
        await using var rig = Breaking(60);
        (rig.Experiments.Held, rig.Experiments.Deaf) = (true, true);
        await RunAsync(rig, 0);
        await rig.Experiments.EnteredAsync();
        var stop = rig.StopAsync();
        // The slot's claim might have taken until then too.
        await rig.Time.TimerAtAsync(At(2), count: 2);
        rig.Time.SetUtcNow(At(2));
        await stop;
        Assert.That(await SkippedAsync(rig), Is.EqualTo("stopping"));
        Assert.That(rig.Log.Names[^1], Is.EqualTo("worker.stopped"));
        Assert.That(rig.Slots(), Is.EqualTo(Listed((0, "degraded"))));
    }

    [Test]
    public async Task WhereTooLittleTimeIsLeftNoProofBegins()
    {
        await using var rig = Breaking(5);
        await RunAsync(rig, 0);
        Assert.That(await SkippedAsync(rig), Is.EqualTo("too-little-time"));
        Assert.That(rig.Experiments.Count, Is.Zero);
        Assert.That(rig.Log.Messages("proof.skipped"), Is.EqualTo(Listed("a: no proof: the scenario's next slot is too near")));
    }

    [Test]
    public async Task AProofGivesWayToASlotThatHasWaitedHalfOfWhatItCan()
    {
        await using var rig = new Rig([Broken("a", 600), Broken("b", 600)], new ScheduleOptions { Concurrency = 1 });
        rig.Experiments.Held = true;
        await RunAsync(rig, 0, () => rig.Time.TimerAtAsync(At(15)));
        await rig.Experiments.EnteredAsync();
        await rig.FireAsync(15);
        Assert.That(await SkippedAsync(rig), Is.EqualTo("place-wanted"));
        await rig.Source.EnteredAsync();
        rig.Time.SetUtcNow(At(16));
        rig.Source.Release();
        await rig.Experiments.EnteredAsync();
        Assert.That(rig.Log.Names, Has.None.EqualTo("schedule.missed"));
    }

    [Test]
    public async Task ASinkThatFailsKeepsNoVerdictFromTheOthers()
    {
        await using var rig = new Rig([Broken("a", 60)], null, new BrokenSink());
        await RunAsync(rig, 0);
        var alerts = await rig.Log.WaitForAsync("alert", 2);
        Assert.That(alerts.Select(State), Is.EqualTo(Listed("firing", "updated")));
        await rig.Log.WaitForAsync("sink.failed", 2);
    }

    private static Scenario Broken(string name, int every) => Every(name, every) with
    {
        Alerts = new AlertRule(1, 1, 1, TimeSpan.FromHours(1), []),
        Proof = new ProofRule(10, OnBreach: true),
    };

    private static Rig Breaking(int every, ScheduleOptions? options = null) => new([Broken("a", every)], options);

    /// <summary>A run of one second that breaks its budget; the first one starts the schedule.</summary>
    private static async Task RunAsync(Rig rig, int slot, Func<Task>? meanwhile = null)
    {
        rig.Source.Seen = FakeExperiments.Slow;
        if (slot == 0)
            await rig.StartAsync();
        await rig.FireAsync(slot);
        await rig.Source.EnteredAsync();
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        rig.Time.SetUtcNow(At(slot + 1));
        rig.Source.Release();
    }

    private static async Task<string?> SkippedAsync(Rig rig) =>
        (await rig.Log.WaitForAsync("proof.skipped", 1))[0].GetProperty("reason").GetString();

    private static string? State(JsonElement alert) => alert.GetProperty("state").GetString();

    private sealed class BrokenSink : IRunSink
    {
        public Task AcceptAsync(RunReport report, CancellationToken ct) => throw new IOException("full");
    }

    private static T[] Listed<T>(params T[] items) => items;
}
