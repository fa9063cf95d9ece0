using Synthetic.Core.Evidence;
using Synthetic.Tests.Diagnosing;

using static Synthetic.Tests.Scheduling.Rig;

namespace Synthetic.Tests.Scheduling;

/// <summary>When the worker runs a scenario a second time to follow causes: in the slot of a slow run, and never at the cost of the next.</summary>
public sealed class CauseRunTests
{
    [Test]
    public async Task ASlowRunThatIsUnclearIsFollowedBeforeItIsTold()
    {
        await using var rig = new Rig([Every("a", 60)]);
        rig.Experiments.Held = true;
        await RunAsync(rig, 0, Unclear(budget: 200));
        await rig.Experiments.EnteredAsync();
        Assert.That(rig.Log.Names, Has.None.EqualTo("run"));
        rig.Experiments.LetGo();
        await rig.RunsAsync(1);
        Assert.That(rig.Slots(), Is.EqualTo(new[] { (0, "degraded") }));
    }

    [Test]
    public async Task AQuickOneIsLeftAlone()
    {
        await using var rig = new Rig([Every("a", 60)]);
        await RunAsync(rig, 0, Unclear(budget: 1000));
        await rig.RunsAsync(1);
        Assert.That(rig.Experiments.Count, Is.Zero);
    }

    [Test]
    public async Task ItIsBrokenOffBeforeTheNextSlotAndTheRunIsToldAllTheSame()
    {
        await using var rig = new Rig([Every("a", 20)]);
        (rig.Experiments.Held, rig.Experiments.Deaf) = (true, true);
        await RunAsync(rig, 0, Unclear(budget: 200));
        await rig.Experiments.EnteredAsync();
        await rig.FireAsync(18);
        await rig.RunsAsync(1);
        await RunAsync(rig, 20, Unclear(budget: 1000));
        await rig.RunsAsync(2);
        Assert.That(rig.Slots(), Is.EqualTo(new[] { (0, "degraded"), (20, "passed") }));
    }

    [Test]
    public async Task WhereTooLittleTimeIsLeftItDoesNotBegin()
    {
        await using var rig = new Rig([Every("a", 5)]);
        await RunAsync(rig, 0, Unclear(budget: 200), seconds: 2);
        await rig.RunsAsync(1);
        Assert.That(rig.Experiments.Count, Is.Zero);
    }

    [Test]
    public async Task AStopEndsItAndTheRunIsToldAllTheSame()
    {
        await using var rig = new Rig([Every("a", 60)]);
        (rig.Experiments.Held, rig.Experiments.Deaf) = (true, true);
        await RunAsync(rig, 0, Unclear(budget: 200));
        await rig.Experiments.EnteredAsync();
        await rig.StopAsync();
        Assert.That(rig.Slots(), Is.EqualTo(new[] { (0, "degraded") }));
    }

    [Test]
    public async Task ABugInItCostsTheRunNothing()
    {
        await using var rig = new Rig([Every("a", 60)]);
        rig.Experiments.Bug = new InvalidOperationException("a bug");
        await RunAsync(rig, 0, Unclear(budget: 200));
        await rig.RunsAsync(1);
        Assert.That(rig.Log.Messages("causes.failed"), Is.EqualTo(new[] { "a: following the causes failed: a bug" }));
        Assert.That(rig.Slots(), Is.EqualTo(new[] { (0, "degraded") }));
    }

    /// <summary>One run; the first one starts the schedule.</summary>
    private static async Task RunAsync(Rig rig, int slot, RunEvidence seen, int seconds = 1)
    {
        rig.Source.Seen = seen;
        if (slot == 0)
            await rig.StartAsync();
        await rig.FireAsync(slot);
        await rig.Source.EnteredAsync();
        rig.Time.SetUtcNow(At(slot + seconds));
        rig.Source.Release();
    }

    private static RunEvidence Unclear(double budget) => new EvidenceBuilder().Clicks()
        .Fetches(6, 240, "db;dur=240", method: "GET")
        .Fetches(10, 280, "ads;dur=280", url: EvidenceBuilder.Page + "ads", method: "GET")
        .Shows(310).StepBudget("response", budget).Build();
}
