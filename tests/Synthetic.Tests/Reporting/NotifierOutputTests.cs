using Synthetic.Core.Alerting;
using Synthetic.Core.Reporting;
using Synthetic.Tests.Scheduling;
using Synthetic.Worker.Reporting;

namespace Synthetic.Tests.Reporting;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class NotifierOutputTests
{
    private readonly WatchedTime _time = new(Rig.Noon);
    private readonly CapturedLog _log = new();
    private readonly MemoryStore _store;

    public NotifierOutputTests() => _store = new MemoryStore(_time, _ => { });

    [Test]
    public async Task WhatFailsHoldsUpItsOwnFingerprintOnlyAndKeepsItsOrder()
    {
        var notifier = new Receiver { Refuses = message => message.Alert.RunId == "1" };
        using var output = new NotifierOutput(notifier, _store, _time, _log);
        await AddAsync(("one", "1"), ("two", "2"), ("one", "3"));
        await output.DeliverAsync();
        Assert.That(notifier.Got, Is.EqualTo(Listed("2")));
        Assert.That(_log.Messages("notifier.failed"), Is.EqualTo(Listed("notifier ops did not deliver an alert of place-order: no; it is tried again")));

        notifier.Refuses = _ => false;
        await PassAsync(seconds: 1);
        await notifier.DeliveredAsync(3);
        await output.DeliverAsync();
        Assert.That(notifier.Got, Is.EqualTo(Listed("2", "1", "3")));
        Assert.That(await _store.WaitingAsync("ops", CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task TriesComeLaterAndLaterAndEndAfterAnHour()
    {
        var notifier = new Receiver { Refuses = _ => true };
        using var output = new NotifierOutput(notifier, _store, _time, _log);
        await AddAsync(("one", "1"));
        await output.DeliverAsync();
        foreach (var (pause, tries) in new[] { 1, 2, 4, 8, 16, 32, 60, 60 }.Select((pause, n) => (pause, n + 2)))
        {
            await PassAsync(pause);
            await _log.WaitForAsync("notifier.failed", tries);
        }
        Assert.That(notifier.Tries, Is.EqualTo(9));

        _time.Advance(OutputLimits.LongestRetry);
        await _log.WaitForAsync("notifier.failed", 10);
        await output.DeliverAsync();
        Assert.That(_log.Messages("notifier.failed")[^1], Does.EndWith("; given up"));
        Assert.That(await _store.WaitingAsync("ops", CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task ACallThatHangsIsToldOfAtItsDeadlineAndGetsNoSecondOneBesideIt()
    {
        var hang = new TaskCompletionSource();
        var notifier = new Receiver { Hang = hang.Task };
        using var output = new NotifierOutput(notifier, _store, _time, _log);
        await AddAsync(("one", "1"));
        var first = output.DeliverAsync();
        await _time.TimerAtAsync(Rig.Noon + OutputLimits.Deadline);
        _time.Advance(OutputLimits.Deadline);
        await first;
        Assert.That(_log.Messages("notifier.failed").Single(), Does.Contain(": it took longer than 10 s; "));
        _time.Advance(TimeSpan.FromSeconds(1));
        hang.SetResult();
        await notifier.DeliveredAsync(2);
        Assert.That(notifier.Together, Is.EqualTo(1));
        Assert.That(notifier.Got, Is.EqualTo(Listed("1", "1")), "delivered twice rather than not at all");
    }

    [Test]
    public async Task AWorkerThatEndsSaysWhatItLeavesUndelivered()
    {
        using var output = new NotifierOutput(new Receiver { Refuses = _ => true }, _store, _time, _log);
        await AddAsync(("one", "1"), ("two", "2"));
        await output.DeliverAsync();
        await output.CloseAsync();
        Assert.That(_log.Messages("notifier.failed")[^1], Is.EqualTo("notifier ops: the worker stops with 2 alerts undelivered"));
    }

    [Test]
    public async Task AStoreThatIsAwayAtTheEndIsSaidAndCostsNoStop()
    {
        using var output = new NotifierOutput(new Receiver(), new AwayStore { Error = new InvalidOperationException("no route") }, _time, _log);
        await output.CloseAsync();
        Assert.That(_log.Messages("notifier.failed").Single(), Does.Contain("no route"));
    }

    [Test]
    public async Task ARunInBetweenTriesNothingEarlierAndAnotherFingerprintAtOnce()
    {
        var notifier = new Receiver { Refuses = message => message.Alert.Fingerprint == "one" };
        using var output = new NotifierOutput(notifier, _store, _time, _log);
        await AddAsync(("one", "1"));
        await output.DeliverAsync();
        await AddAsync(("two", "2"));
        await output.DeliverAsync();
        Assert.That((notifier.Tries, notifier.Got.Single()), Is.EqualTo((2, "2")));
    }

    [Test]
    public async Task WhatTheStoreGaveUpMeanwhileIsNotTriedAgain()
    {
        var notifier = new Receiver { Refuses = _ => true };
        var store = new CountingStore(_store);
        using var output = new NotifierOutput(notifier, store, _time, _log);
        await AddAsync(("one", "1"));
        await output.DeliverAsync();
        await _store.RemoveAsync((await _store.WaitingAsync("ops", CancellationToken.None))[0], CancellationToken.None);
        await PassAsync(seconds: 1);
        await output.DeliverAsync();
        var asked = store.Asked;
        _time.Advance(TimeSpan.FromMinutes(5));
        await output.DeliverAsync();
        Assert.That((notifier.Tries, store.Asked - asked), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task AReceiverThatSaysHowLongToLeaveItAloneIsLeftAloneByEveryFingerprint()
    {
        var notifier = new Receiver { Busy = TimeSpan.FromSeconds(90) };
        using var output = new NotifierOutput(notifier, _store, _time, _log);
        await AddAsync(("one", "1"), ("two", "2"));
        await output.DeliverAsync();
        await AddAsync(("three", "3"));
        await output.DeliverAsync();
        _time.Advance(TimeSpan.FromSeconds(89));
        await output.DeliverAsync();
        Assert.That(notifier.Tries, Is.EqualTo(1));

        notifier.Busy = null;
        await PassAsync(seconds: 1);
        await notifier.DeliveredAsync(3);
        Assert.That(notifier.Got, Is.EquivalentTo(Listed("1", "2", "3")));
    }

    [Test]
    public async Task AReceiverThatWantsToBeLeftAloneForDaysIsAskedAgainWithinAnHour()
    {
        var notifier = new Receiver { Busy = TimeSpan.FromDays(2) };
        using var output = new NotifierOutput(notifier, _store, _time, _log);
        await AddAsync(("one", "1"));
        await output.DeliverAsync();
        notifier.Busy = null;
        await PassAsync(OutputLimits.LongestRetry.TotalSeconds);
        await notifier.DeliveredAsync(1);
        Assert.That(notifier.Got, Is.EqualTo(Listed("1")));
    }

    [Test]
    public async Task AMessageThatMakesItsReceiverHangHoldsUpTheOthersForOnePassOnly()
    {
        var notifier = new Receiver { HangsAt = "1" };
        using var output = new NotifierOutput(notifier, _store, _time, _log);
        await AddAsync(("one", "1"), ("two", "2"));
        var first = output.DeliverAsync();
        await _time.TimerAtAsync(Rig.Noon + OutputLimits.Deadline);
        _time.Advance(OutputLimits.Deadline);
        await first;
        await PassAsync(seconds: 1);
        await notifier.DeliveredAsync(1);
        Assert.That(notifier.Got, Is.EqualTo(Listed("2")));
    }

    private async Task PassAsync(double seconds)
    {
        var due = _time.GetUtcNow().AddSeconds(seconds);
        await _time.TimerAtAsync(due);
        _time.SetUtcNow(due);
    }

    private async Task AddAsync(params (string Fingerprint, string Run)[] alerts)
    {
        foreach (var (fingerprint, run) in alerts)
        {
            var told = new NotifierEvent("ops", TimeSpan.Zero, Sample(fingerprint, run));
            await _store.CommitAsync("a", state => new RunCommit(Alerting.Runs.Of(Core.Records.RunStatus.Failed), state, [], [told]), CancellationToken.None);
        }
    }

    private static Alert Sample(string fingerprint, string run) => new()
    {
        State = AlertEvent.Firing,
        Fingerprint = fingerprint,
        Severity = AlertSeverity.Critical,
        Scenario = "place-order",
        Location = "test",
        Metric = "status",
        RunId = run,
        StartsAt = Rig.Noon,
        Message = "it failed",
    };

    private static T[] Listed<T>(params T[] items) => items;

    private sealed class CountingStore(MemoryStore store) : IRunStore
    {
        public int Asked { get; private set; }

        public Task<bool> ClaimAsync(Slot slot, CancellationToken ct) => store.ClaimAsync(slot, ct);

        public Task<RunCommit?> CommitAsync(string scenario, Func<AlertState, RunCommit> decide, CancellationToken ct) => store.CommitAsync(scenario, decide, ct);

        public Task<IReadOnlyList<OutboxMessage>> WaitingAsync(string notifier, CancellationToken ct)
        {
            Asked++;
            return store.WaitingAsync(notifier, ct);
        }

        public Task<DateTimeOffset?> TellDueAsync(string notifier, DateTimeOffset until, CancellationToken ct) => store.TellDueAsync(notifier, until, ct);

        public Task RemoveAsync(OutboxMessage message, CancellationToken ct) => store.RemoveAsync(message, ct);

        public Task GiveUpAsync(OutboxMessage message, CancellationToken ct) => store.GiveUpAsync(message, ct);
    }

    private sealed class Receiver : INotifier
    {
        private readonly SemaphoreSlim _delivered = new(0);
        private int _now;

        public string Name => "ops";

        public Func<OutboxMessage, bool> Refuses { get; set; } = _ => false;

        public Task Hang { get; init; } = Task.CompletedTask;

        public string? HangsAt { get; init; }

        public TimeSpan? Busy { get; set; }

        public List<string> Got { get; } = [];

        public int Tries { get; private set; }

        public int Together { get; private set; }

        public async Task NotifyAsync(OutboxMessage message, CancellationToken ct)
        {
            Tries++;
            Together = Math.Max(Together, ++_now);
            await Hang;
            if (message.Alert.RunId == HangsAt)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
            _now--;
            if (Busy is { } wait)
                throw new ReceiverBusyException("it is busy", wait);
            if (Refuses(message))
                throw new IOException("no");
            Got.Add(message.Alert.RunId);
            _delivered.Release();
        }

        public async Task DeliveredAsync(int times)
        {
            for (var n = 0; n < times; n++)
                Assert.That(await _delivered.WaitAsync(TimeSpan.FromSeconds(20)), Is.True);
        }
    }
}
