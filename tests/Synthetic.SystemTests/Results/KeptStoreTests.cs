using Synthetic.Core.Alerting;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Results;

namespace Synthetic.SystemTests.Results;

/// <summary>
/// Stores that released versions left behind, in <c>Kept</c>: of each, this version reads everything. docs/store.md says how one is made.
/// </summary>
/// <param name="kind">The kind of store.</param>
/// <param name="file">The file in <c>Kept</c>.</param>
/// <param name="runs">How many runs it has that ended.</param>
/// <param name="open">How many slots its killed worker left open.</param>
/// <param name="parts">How many times of components.</param>
/// <param name="waiting">How many messages wait.</param>
/// <param name="givenUp">How many were given up.</param>
[TestFixture("sqlite", "schema-0001.db", 23, 1, 69, 4, 4)]
[TestFixture("postgres", "schema-0001.sql", 25, 1, 46, 5, 3)]
[Parallelizable]
[CancelAfter(120_000)]
public sealed class KeptStoreTests(string kind, string file, int runs, int open, int parts, int waiting, int givenUp)
{
    private static readonly AlertRule Rule = AlertRule.Default with { Failures = 1, Of = 1, Recoveries = 1, Notify = ["ops"] };
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Notifiers = ["ops", "chat"];

    private StoreFixture _stores = null!;
    private ResultStore _store = null!;

    [OneTimeSetUp]
    public async Task OpenServer() => _stores = await StoreFixture.OpenAsync(kind);

    [OneTimeTearDown]
    public async Task CloseServer()
    {
        if (_stores is not null)
            await _stores.DisposeAsync();
    }

    [SetUp]
    public async Task OpenACopy() => _store = await StoreFixture.WorkerAsync(
        await _stores.CopyAsync(Path.Combine(AppContext.BaseDirectory, "Results", "Kept", file)), TimeProvider.System);

    [TearDown]
    public async Task Close() => await _store.DisposeAsync();

    [Test]
    public async Task EveryRunCanBeListedAndRead()
    {
        var list = await ListAsync();
        Assert.That(list, Has.Count.EqualTo(runs));
        foreach (var run in list)
        {
            var record = await _store.History.RecordAsync(run.RunId, None);
            Assert.That((record!.RunId, record.Scenario, record.Status, record.DurationMs), Is.EqualTo((run.RunId, run.Scenario, run.Status, run.DurationMs)));
        }
    }

    [Test]
    public async Task TheTimesOfComponentsAreThoseOfTheRecords()
    {
        var found = 0;
        foreach (var run in await ListAsync())
        {
            var record = (await _store.History.RecordAsync(run.RunId, None))!;
            foreach (var part in ComponentTime.Of(record))
            {
                var points = await _store.History.ComponentAsync(run.Scenario, part.Step, part.Component, run.StartedAt, None);
                Assert.That(points.Single(point => point.RunId == run.RunId).Ms, Is.EqualTo(part.Ms), $"{part}");
                found++;
            }
        }
        Assert.That(found, Is.EqualTo(parts));
    }

    [Test]
    public async Task AnAlertThatFiredThenEndsNow()
    {
        var fired = (await WaitingAsync()).Concat(await GivenUpAsync()).Select(message => message.Alert).Where(alert => alert is { Scenario: "gone", Metric: "status" }).ToArray();
        var now = TimeProvider.System.GetUtcNow();
        var well = new RunRecord { RunId = "now", Scenario = "gone", Location = "local", Trigger = "manual", StartedAt = now, Status = RunStatus.Passed };
        var commit = await _store.Runs.CommitAsync("gone", state => RunCommit.OfRun(Rule, well, state, Notifiers.ToDictionary(name => name, _ => TimeSpan.Zero), now), None);
        var ended = commit!.Alerts.Single(alert => alert.Metric == "status");
        Assert.That(ended.State, Is.EqualTo(AlertEvent.Resolved));
        Assert.That(fired.Select(alert => alert.Fingerprint), Does.Contain(ended.Fingerprint));
    }

    [Test]
    public async Task WhatWaitedIsOfferedAndWhatWasGivenUpCanBeSentAgain()
    {
        Assert.That(((await WaitingAsync()).Count, (await GivenUpAsync()).Count), Is.EqualTo((waiting, givenUp)));
        var again = 0;
        foreach (var notifier in Notifiers)
            again += await _store.GivenUp.SendAgainAsync(notifier, None);
        Assert.That((again, (await WaitingAsync()).Count), Is.EqualTo((givenUp, waiting + givenUp)));
    }

    [Test]
    public async Task WhatAKilledWorkerLeftOpenIsFound() =>
        Assert.That(await _store.Upkeep.AbandonedAsync(None), Has.Count.EqualTo(open));

    private Task<IReadOnlyList<RunSummary>> ListAsync() => _store.History.RunsAsync(new RunQuery { Limit = RunQuery.MostRuns }, None);

    private Task<IReadOnlyList<OutboxMessage>> WaitingAsync() => OfEachAsync(notifier => _store.Runs.WaitingAsync(notifier, None));

    private Task<IReadOnlyList<OutboxMessage>> GivenUpAsync() => OfEachAsync(notifier => _store.GivenUp.ListAsync(notifier, None));

    private static async Task<IReadOnlyList<OutboxMessage>> OfEachAsync(Func<string, Task<IReadOnlyList<OutboxMessage>>> ask)
    {
        var messages = new List<OutboxMessage>();
        foreach (var notifier in Notifiers)
            messages.AddRange(await ask(notifier));
        return messages;
    }
}
