using Microsoft.Extensions.Time.Testing;
using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Tests.Alerting;

namespace Synthetic.Tests.Reporting;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MemoryStoreTests
{
    private static readonly Dictionary<string, TimeSpan> Waits = new() { ["ops"] = TimeSpan.Zero };

    private readonly FakeTimeProvider _time = new(Runs.Start);
    private readonly List<OutboxMessage> _dropped = [];

    [Test]
    public async Task TheStateOfOneCommitIsWhatTheNextOneSees()
    {
        var store = new MemoryStore(_time, _dropped.Add);
        await store.CommitAsync("a", state => Broken(state, 0), CancellationToken.None);
        var second = await store.CommitAsync("a", state => Broken(state, 1), CancellationToken.None);
        var other = await store.CommitAsync("b", state => Broken(state, 1), CancellationToken.None);
        Assert.That((second!.Alerts.Count, other!.Alerts.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task ADecisionThatThrowsKeepsNothing()
    {
        var store = new MemoryStore(_time, _dropped.Add);
        await store.CommitAsync("a", state => Broken(state, 0), CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.CommitAsync("a", _ => throw new InvalidOperationException(), CancellationToken.None));
        var next = await store.CommitAsync("a", state => Broken(state, 1), CancellationToken.None);
        Assert.That(next!.Alerts, Has.Count.EqualTo(1));
        Assert.That(await store.WaitingAsync("ops", CancellationToken.None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task MessagesComeInTheOrderOfTheirCommitsUntilTheyAreRemoved()
    {
        var store = new MemoryStore(_time, _dropped.Add);
        var alerts = await FilledAsync(store, 3);
        await store.RemoveAsync(alerts[1], CancellationToken.None);
        Assert.That(await store.WaitingAsync("ops", CancellationToken.None), Is.EqualTo(new[] { alerts[0], alerts[2] }));
        Assert.That(await store.WaitingAsync("other", CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task TheOldestMessageMakesRoomAndIsTold()
    {
        var store = new MemoryStore(_time, _dropped.Add);
        var alerts = await FilledAsync(store, OutputLimits.MostMessages + 2);
        Assert.That(_dropped, Is.EqualTo(alerts[..2]));
        Assert.That(await store.WaitingAsync("ops", CancellationToken.None), Is.EqualTo(alerts[2..]));
    }

    private async Task<OutboxMessage[]> FilledAsync(MemoryStore store, int count)
    {
        var sample = Broken(Broken(AlertState.Empty, 0).State, 1);
        NotifierEvent[] events = [.. Enumerable.Range(0, count)
            .Select(n => sample.Events[0] with { Alert = sample.Alerts[0] with { RunId = $"run-{n}" } })];
        foreach (var one in events)
            await store.CommitAsync("a", state => sample with { State = state, Events = [one] }, CancellationToken.None);
        return [.. events.Select(one => new OutboxMessage(one.Notifier, one.Alert, _time.GetUtcNow()))];
    }

    private static RunCommit Broken(AlertState state, int number) => RunCommit.OfRun(
        AlertRule.Default with { Notify = ["ops"] },
        Runs.Of(RunStatus.Failed, number), state, Waits, Runs.Start);
}
