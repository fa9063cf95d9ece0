using Microsoft.Extensions.Time.Testing;
using Synthetic.Core.Alerting;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.ServerTiming;
using Synthetic.Results;

namespace Synthetic.SystemTests.Results;

/// <summary>What a store promises, on the real SQLite and the real PostgreSQL.</summary>
[TestFixture("sqlite")]
[TestFixture("postgres")]
[Parallelizable]
[CancelAfter(120_000)]
public sealed class StoreTests(string kind)
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly AlertRule Rule = AlertRule.Default with { Failures = 2, Of = 2, Notify = ["ops"] };
    private static readonly Dictionary<string, TimeSpan> Waits = new() { ["ops"] = TimeSpan.FromMinutes(1) };
    private static readonly CancellationToken None = CancellationToken.None;

    private StoreFixture _stores = null!;
    private FakeTimeProvider _time = null!;
    private string _address = null!;
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
    public async Task Open()
    {
        _time = new FakeTimeProvider(Noon);
        _address = await _stores.NewAddressAsync();
        _store = await StoreFixture.WorkerAsync(_address, _time);
    }

    [TearDown]
    public async Task Close() => await _store.DisposeAsync();

    [Test]
    public async Task WhatAlertingRemembersSurvivesTheWorker()
    {
        await CommitAsync(_store, Failed(0));
        await using var next = await StoreFixture.WorkerAsync(_address, _time);
        var fired = await CommitAsync(next, Failed(1));
        var other = await CommitAsync(next, Failed(1) with { Scenario = "other", RunId = "other-1" });
        Assert.That((fired!.Alerts.Count, other!.Alerts.Count), Is.EqualTo((1, 0)));
        Assert.That((await next.Runs.WaitingAsync("ops", None)).Single().Alert, Is.EqualTo(fired.Alerts[0]).Using<Alert>((a, b) => AlertJson.Write(a) == AlertJson.Write(b)));
    }

    [Test]
    public async Task ADecisionThatThrowsKeepsNothing()
    {
        await CommitAsync(_store, Failed(0));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.Runs.CommitAsync("order", _ => throw new InvalidOperationException(), None));
        Assert.That((await CommitAsync(_store, Failed(1)))!.Alerts, Has.Count.EqualTo(1));
        Assert.That(await _store.History.RunsAsync(new RunQuery(), None), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task ASlotIsOneWorkersAndEndsInOneRecord()
    {
        await using var other = await StoreFixture.WorkerAsync(_address, _time);
        var slot = Slot.Claimed("order", "local", Noon, Noon);
        Assert.That(await _store.Runs.ClaimAsync(slot, None), Is.True);
        Assert.That(await _store.Runs.ClaimAsync(slot with { RunId = "again" }, None), Is.True, "its own");
        Assert.That(await other.Runs.ClaimAsync(slot with { RunId = "other" }, None), Is.False);
        Assert.That(await CommitAsync(other, Passed(0) with { RunId = "late" }), Is.Null, "the claim is another's, who lives");
        Assert.That(await CommitAsync(_store, Passed(0)), Is.Not.Null);
        Assert.That(await CommitAsync(_store, Passed(0)), Is.Null, "a commit whose answer was lost is no second run");
        Assert.That(await _store.Runs.ClaimAsync(slot, None), Is.False, "it was run");
        Assert.That((await _store.History.RunsAsync(new RunQuery(), None)).Select(run => run.RunId), Is.EqualTo(new[] { "run-0" }));
    }

    [Test]
    public async Task ASlotIsAnotherLocationsToo()
    {
        await using var berlin = await StoreFixture.WorkerAsync(_address, _time, "berlin");
        Assert.That(await _store.Runs.ClaimAsync(Slot.Claimed("order", "local", Noon, Noon), None), Is.True);
        Assert.That(await berlin.Runs.ClaimAsync(Slot.Claimed("order", "berlin", Noon, Noon), None), Is.True);
    }

    [Test]
    public async Task WhatADeadWorkerLeftOpenIsAnybodysToClose()
    {
        await _store.Runs.ClaimAsync(Slot.Claimed("order", "local", Noon, Noon), None);
        await using var next = await StoreFixture.WorkerAsync(_address, _time);
        Assert.That(await next.Upkeep.AbandonedAsync(None), Is.Empty, "the other one may live");

        _time.Advance(IStoreUpkeep.Silence);
        await next.Upkeep.BeatAsync(None);
        var left = (await next.Upkeep.AbandonedAsync(None)).Single();
        Assert.That((left.Scenario, left.Location, left.At), Is.EqualTo(("order", "local", Noon)));
        Assert.That(await CommitAsync(next, Passed(0) with { RunId = left.RunId, Status = RunStatus.Aborted }), Is.Not.Null);
        Assert.That(await next.Upkeep.AbandonedAsync(None), Is.Empty);

        Assert.That(await CommitAsync(_store, Passed(0)), Is.Not.Null, "it was only slow, and knows what happened");
        Assert.That((await next.History.RunsAsync(new RunQuery(), None)).Single().Status, Is.EqualTo(RunStatus.Passed));
    }

    [Test]
    public async Task AWorkerThatLeavesHoldsNothing()
    {
        await _store.Runs.ClaimAsync(Slot.Claimed("order", "local", Noon, Noon), None);
        await using var next = await StoreFixture.WorkerAsync(_address, _time);
        await _store.Upkeep.LeaveAsync(None);
        Assert.That(await next.Upkeep.AbandonedAsync(None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task MessagesAreOneWorkersToDeliverUntilItDies()
    {
        await using var other = await StoreFixture.WorkerAsync(_address, _time);
        await CommitAsync(_store, Failed(0));
        var fired = Message((await CommitAsync(_store, Failed(1)))!);
        Assert.That((await _store.Runs.WaitingAsync("ops", None)).Single().Key, Is.EqualTo(fired.Key));
        Assert.That(await other.Runs.WaitingAsync("ops", None), Is.Empty);

        _time.Advance(IStoreUpkeep.Silence);
        Assert.That((await other.Runs.WaitingAsync("ops", None)).Single().Key, Is.EqualTo(fired.Key));
        await other.Runs.RemoveAsync(fired, None);
        Assert.That(await other.Runs.WaitingAsync("ops", None), Is.Empty);
    }

    [Test]
    public async Task WhatWasGivenUpIsKeptAndCanBeSentAgain()
    {
        await CommitAsync(_store, Failed(0));
        var fired = Message((await CommitAsync(_store, Failed(1)))!);
        await _store.Runs.GiveUpAsync(fired, None);
        Assert.That(await _store.Runs.WaitingAsync("ops", None), Is.Empty);
        Assert.That((await _store.GivenUp.ListAsync("ops", None)).Single().Key, Is.EqualTo(fired.Key));

        _time.Advance(TimeSpan.FromHours(2));
        Assert.That(await _store.GivenUp.SendAgainAsync("ops", None), Is.EqualTo(1));
        var again = (await _store.Runs.WaitingAsync("ops", None)).Single();
        Assert.That((again.Key, again.CreatedAt), Is.EqualTo((fired.Key, _time.GetUtcNow())), "its hour begins anew");
        Assert.That(await _store.GivenUp.ListAsync("ops", None), Is.Empty);
    }

    [Test]
    public async Task ADatabaseThatANewerVersionHasWrittenIsRefused()
    {
        await using (System.Data.Common.DbConnection connection = kind == "sqlite"
            ? new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_address["sqlite:".Length..]}")
            : new Npgsql.NpgsqlConnection(_address["postgres:".Length..]))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('9999-later.sql', CURRENT_TIMESTAMP)";
            await command.ExecuteNonQueryAsync();
        }
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => StoreFixture.WorkerAsync(_address, _time));
        Assert.That(refused!.Message, Does.StartWith("a newer version of Synthetic has written ").And.Contain("(9999-later.sql)"));
    }

    [Test]
    public async Task OneCauseIsToldOnceWhateverTheLocationAndWhicheverWorkerDelivers()
    {
        await using var berlin = await StoreFixture.WorkerAsync(_address, _time, "berlin");
        Task<RunCommit?> Commit(ResultStore store, Alert alert) => store.Runs.CommitAsync(
            alert.Scenario, state => new RunCommit(Passed(0) with { RunId = $"{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}", ScheduledAt = null }, state, [alert], [new NotifierEvent("ops", TimeSpan.FromMinutes(1), alert)]), None);
        var alerts = new[] { Slow("order", "local"), Slow("search", "local"), Slow("order", "berlin") };
        foreach (var alert in alerts)
            await Commit(alert.Location == "berlin" ? berlin : _store, alert);
        Assert.That(await _store.Runs.TellDueAsync("ops", _time.GetUtcNow(), None), Is.EqualTo(Noon.AddMinutes(1)));
        Assert.That(await _store.Runs.WaitingAsync("ops", None), Is.Empty);

        _time.Advance(TimeSpan.FromMinutes(1));
        await _store.Upkeep.BeatAsync(None);
        Assert.That(await _store.Runs.TellDueAsync("ops", _time.GetUtcNow(), None), Is.Null);
        var told = (await _store.Runs.WaitingAsync("ops", None)).Single();
        Assert.That((told.Alert.State, told.Alert.Incident!.Scenarios, told.Alert.Incident.Affected.Count), Is.EqualTo((AlertEvent.Firing, 2, 3)));
        await _store.Runs.RemoveAsync(told, None);

        foreach (var alert in alerts)
            await Commit(alert.Location == "berlin" ? _store : berlin, alert with { State = AlertEvent.Resolved, EndsAt = _time.GetUtcNow() });
        var over = (await _store.Runs.WaitingAsync("ops", None)).Single().Alert;
        Assert.That((over.State, over.Fingerprint), Is.EqualTo((AlertEvent.Resolved, told.Alert.Fingerprint)));
    }

    [Test]
    public async Task AProofTakesThePlaceOfItsRun()
    {
        await CommitAsync(_store, Passed(0));
        var proven = Passed(0) with { Proof = new Proof { Limits = ["proven"] } };
        var commit = await _store.Runs.CommitAsync("order", state => RunCommit.OfProof(Rule, proven, [], state, Waits, Noon), None);
        Assert.That(commit, Is.Not.Null);
        Assert.That((await _store.History.RecordAsync("run-0", None))!.Proof!.Limits, Is.EqualTo(new[] { "proven" }));
    }

    [Test]
    public async Task TwoWorkersThatCommitAtOnceSeeEachOthersState()
    {
        await using var other = await StoreFixture.WorkerAsync(_address, _time);
        var rule = Rule with { Failures = 20, Of = 20 };
        var alerts = await Task.WhenAll(Enumerable.Range(0, 20).Select(async n =>
            (await (n % 2 == 0 ? _store : other).Runs.CommitAsync("order", state => RunCommit.OfRun(rule, Failed(n), state, Waits, Noon), None))!.Alerts.Count));
        Assert.That(alerts.Sum(), Is.EqualTo(1), "the twentieth failure fires, whoever commits it");
    }

    [Test]
    public async Task ARecordIsReadBackAsItWas()
    {
        var record = Passed(0) with { Pages = [new PageResult { Navigation = "hard", Url = "http://shop.example/\u0000\"é\u2028🙂" }] };
        await CommitAsync(_store, record);
        Assert.That(RunJson.Write((await _store.History.RecordAsync("run-0", None))!), Is.EqualTo(RunJson.Write(record)));
        Assert.That(await _store.History.RecordAsync("run-1", None), Is.Null);
    }

    [Test]
    public async Task BaselinesAreMadeOfWhatGoodRunsOfALocationTook()
    {
        Task KeepAsync(int number, double ms, RunStatus status = RunStatus.Passed, string location = "local") => CommitAsync(
            _store, Passed(number) with { Status = status, Location = location, Steps = [Step("Open", 100 - ms), Step("Place order", ms)] });
        Task<IReadOnlyList<double>> ValuesAsync(string component, params string[] steps) =>
            _store.Values.ValuesAsync(new ComponentQuery("order", "local", steps, component, Noon.AddMinutes(1), 3), None);
        await KeepAsync(0, 11);
        await KeepAsync(4, 44);
        await KeepAsync(1, 91);
        await KeepAsync(2, 92, RunStatus.Degraded);
        await KeepAsync(3, 93);
        await KeepAsync(5, 95, RunStatus.Failed);
        await KeepAsync(6, 96, RunStatus.Inconclusive);
        await KeepAsync(7, 97, location: "elsewhere");
        await CommitAsync(_store, Passed(8) with { Scenario = "other", Steps = [Step("Place order", 98)] });

        Assert.That(await ValuesAsync("response", "Place order"), Is.EqualTo(new[] { 92d, 93, 44 }), "the latest three, the earliest first");
        Assert.That(await ValuesAsync("response", "Open", "Place order"), Is.EqualTo(new[] { 92d, 93, 56 }), "the worst step of each run");
        Assert.That(await ValuesAsync("response"), Is.EqualTo(new[] { 92d, 93, 56 }));
        Assert.That(await ValuesAsync(ComponentTime.Reported("DB"), "Place order"), Is.EqualTo(new[] { 184d, 186, 88 }), "what two requests of the path report, added up");
        Assert.That(await ValuesAsync("response", "Pay"), Is.Empty);
    }

    [Test]
    public async Task AListIsReadInPagesWithoutGapOrRepetition()
    {
        // Several runs of one instant, committed in no order.
        int[] minutes = [5, 3, 3, 9, 1, 3, 7, 1, 3, 2, 8];
        for (var n = 0; n < minutes.Length; n++)
            await CommitAsync(_store, Passed(n) with { StartedAt = Noon.AddMinutes(minutes[n]), Status = n % 2 == 0 ? RunStatus.Passed : RunStatus.Missed });
        var read = new List<RunSummary>();
        for (string? after = null; await _store.History.RunsAsync(new RunQuery { After = after, Limit = 3 }, None) is { Count: > 0 } page; after = page[^1].Cursor)
            read.AddRange(page);
        Assert.That(read.Select(run => (run.StartedAt - Noon).TotalMinutes), Is.EqualTo(minutes.OrderDescending()));
        Assert.That(read.Select(run => run.RunId), Is.Unique);

        var missed = await _store.History.RunsAsync(new RunQuery { Scenario = "order", Status = RunStatus.Missed, Before = Noon.AddMinutes(4) }, None);
        Assert.That(missed.Select(run => run.RunId), Is.EquivalentTo(Enumerable.Range(0, minutes.Length).Where(n => n % 2 == 1 && minutes[n] < 4).Select(n => $"run-{n}")));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.History.RunsAsync(new RunQuery { After = "'; DROP TABLE runs" }, None));
    }

    [Test]
    public async Task AnOpenSlotIsInNoList()
    {
        await _store.Runs.ClaimAsync(Slot.Claimed("order", "local", Noon, Noon), None);
        Assert.That(await _store.History.RunsAsync(new RunQuery(), None), Is.Empty);
        Assert.That(await _store.Upkeep.LatestSlotAsync("order", Noon, None), Is.EqualTo(Noon));
        Assert.That(await _store.Upkeep.LatestSlotAsync("order", Noon.AddSeconds(-1), None), Is.Null);
    }

    [Test]
    public async Task WhatIsOldGoesAndWhatWasBadStaysLonger()
    {
        var retention = new Retention(TimeSpan.FromDays(1), TimeSpan.FromDays(3), long.MaxValue);
        for (var day = 0; day < 5; day++)
        {
            await CommitAsync(_store, Passed(day) with { StartedAt = Noon.AddDays(-day - 0.5) });
            await CommitAsync(_store, Failed(day) with { RunId = $"bad-{day}", ScheduledAt = null, StartedAt = Noon.AddDays(-day - 0.5) });
        }
        await PruneAsync(retention);
        Assert.That((await _store.History.RunsAsync(new RunQuery(), None)).Select(run => run.RunId), Is.EquivalentTo(new[] { "run-0", "bad-0", "bad-1", "bad-2" }));
        Assert.That(await _store.History.RecordAsync("run-4", None), Is.Null);
    }

    [Test]
    public async Task WhatTakesTooMuchRoomGoesOldestAndGoodFirst()
    {
        await CommitAsync(_store, Failed(0));
        for (var n = 1; n < 4; n++)
            await CommitAsync(_store, Passed(n));
        await PruneAsync(new Retention(TimeSpan.FromDays(1), TimeSpan.FromDays(1), 1));
        Assert.That(await _store.History.RunsAsync(new RunQuery(), None), Is.Empty);
    }

    [Test]
    public async Task SeveralWorkersMayCreateItAtOnce()
    {
        var address = await _stores.NewAddressAsync();
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StoreFixture.WorkerAsync(address, TimeProvider.System)));
        Assert.That(await CommitAsync(stores[3], Passed(0)), Is.Not.Null);
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    private static Task<RunCommit?> CommitAsync(ResultStore store, RunRecord record) =>
        store.Runs.CommitAsync(record.Scenario, state => RunCommit.OfRun(Rule, record, state, Waits, Noon), None);

    private static OutboxMessage Message(RunCommit commit) => new("ops", commit.Alerts.Single(), Noon);

    private async Task PruneAsync(Retention retention)
    {
        while (await _store.Upkeep.PruneAsync(retention, None) > 0)
        {
        }
    }

    private static Alert Slow(string scenario, string location) => new()
    {
        State = AlertEvent.Firing,
        Fingerprint = $"{scenario}-{location}",
        Group = "backend:db@shop.example",
        Severity = AlertSeverity.Warning,
        Scenario = scenario,
        Location = location,
        Metric = "response",
        Limit = 500,
        Actual = 800,
        RunId = "run-0",
        StartsAt = Noon,
        Message = $"{scenario}: response 800 ms over 500 ms",
    };

    private static RunRecord Passed(int number) => new()
    {
        RunId = $"run-{number}",
        Scenario = "order",
        Trigger = "schedule",
        ScheduledAt = Noon.AddMinutes(number),
        StartedAt = Noon.AddMinutes(number),
        Status = RunStatus.Passed,
    };

    private static RunRecord Failed(int number) => Passed(number) with
    {
        Status = RunStatus.Failed,
        Failure = new Failure("Place order", FailureKind.Timeout, "no answer within 30 s"),
    };

    private static StepResult Step(string name, double ms) => new()
    {
        Index = 0,
        Name = name,
        Action = "click",
        Status = StepStatus.Passed,
        Interactions = [new InteractionResult { Type = "pointer", Response = new ResponseWindow { Ms = ms, Path = [1, 2] } }],
        Requests = [Request(1, ms), Request(2, ms)],
    };

    private static RequestResult Request(int id, double ms) => new()
    {
        Id = id,
        Method = "GET",
        Url = "http://shop.example/",
        Initiator = "fetch",
        ServerTiming = [new ServerTimingMetric("Db", ms, "")],
    };
}
