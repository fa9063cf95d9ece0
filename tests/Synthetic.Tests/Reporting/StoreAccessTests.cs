using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Tests.Alerting;
using Synthetic.Tests.Scheduling;
using Synthetic.Worker.Reporting;

namespace Synthetic.Tests.Reporting;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StoreAccessTests : IDisposable
{
    private static readonly Scenario Order = new() { Name = "place-order", Alerts = new AlertRule(2, 2, 1, TimeSpan.Zero, []) };

    private readonly WatchedTime _time = new(Rig.Noon);
    private readonly CapturedLog _log = new();
    private readonly AwayStore _store = new();
    private readonly TakingSink _sink = new();
    private readonly Outputs _outputs;
    private readonly WaitingResults _waiting;
    private readonly StoreAccess _access;

    public StoreAccessTests()
    {
        _outputs = new Outputs([_sink], [], _store, _time, _log);
        _waiting = new WaitingResults(null, _log);
        _access = new StoreAccess(_store, _waiting, new KnownScenarios([Order]), _outputs, _time, _log);
    }

    public void Dispose() => _outputs.Dispose();

    [Test]
    public async Task WhileTheStoreIsAwayResultsWaitInOrderAndNothingAsksItAgain()
    {
        _store.Error = new InvalidOperationException("no route");
        Assert.That(await CommitAsync(0), Is.Empty);
        _store.Error = null;
        Assert.That(await CommitAsync(1), Is.Empty, "it must not overtake the one that waits");
        Assert.That(await _access.ClaimAsync(Slot.Claimed("place-order", "local", Rig.Noon, Rig.Noon)), Is.True);
        Assert.That((_store.Tries, _store.Claims, _waiting.Count), Is.EqualTo((1, 0, 2)));
        Assert.That(_log.Messages("store.failed"), Is.EqualTo(new[] { "the store is away, results wait and alerts with them: no route" }));

        await _access.DrainAsync();
        await _outputs.TakenAsync(TimeSpan.FromSeconds(1));
        Assert.That(_store.Committed, Is.EqualTo(new[] { "run-0", "run-1" }));
        Assert.That(_log.Messages("store.recovered"), Is.EqualTo(new[] { "the store is back; it has the 2 results that waited" }));
        Assert.That(_sink.Reports.Select(report => (report.Record.RunId, report.Alerts.Count, report.WasReported)), Is.EqualTo(new[] { ("run-1", 1, true) }), "two failures fire");
        Assert.That(await CommitAsync(2), Is.Empty);
        Assert.That(_store.Committed[^1], Is.EqualTo("run-2"));
    }

    [Test]
    public async Task AStoreThatGoesAgainWhileItCatchesUpLosesNothing()
    {
        _store.Error = new InvalidOperationException("no route");
        await CommitAsync(0);
        await CommitAsync(1);
        await Assert.ThrowsAsync<InvalidOperationException>(_access.DrainAsync);
        Assert.That((_waiting.Count, _access.IsAway), Is.EqualTo((2, true)));
    }

    [Test]
    public async Task ASlotWaitsTwoSecondsForItsClaimAtMost()
    {
        _store.Hangs = true;
        var claim = _access.ClaimAsync(Slot.Claimed("place-order", "local", Rig.Noon, Rig.Noon));
        await _time.TimerAtAsync(Rig.Noon.AddSeconds(2));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(await claim, Is.True, "and is run all the same");
        Assert.That(_access.IsAway);
    }

    [Test]
    public async Task WhatTheStoreDoesNotTakeIsSaidAndHoldsNothingUp()
    {
        _store.Error = new ResultRefusedException("too large");
        await CommitAsync(0);
        Assert.That((_access.IsAway, _log.Messages("store.refused").Single()), Is.EqualTo((false, "place-order: run run-0 was not kept: too large")));
    }

    [Test]
    public async Task AResultOfAScenarioThatIsRunNoMoreIsKeptAndLeadsToNothing()
    {
        await _access.CommitAsync(new WaitingResult(Runs.Of(RunStatus.Failed) with { Scenario = "gone" }));
        Assert.That(await _access.CommitAsync(new WaitingResult(Runs.Of(RunStatus.Failed, 1) with { Scenario = "gone" })), Is.Empty);
        Assert.That(_store.Committed, Has.Count.EqualTo(2));
    }

    private Task<IReadOnlyList<Alert>> CommitAsync(int number) => _access.CommitAsync(new WaitingResult(Runs.Of(RunStatus.Failed, number)));

    private sealed class TakingSink : IRunSink
    {
        public List<RunReport> Reports { get; } = [];

        public Task AcceptAsync(RunReport report, CancellationToken ct)
        {
            Reports.Add(report);
            return Task.CompletedTask;
        }
    }
}
