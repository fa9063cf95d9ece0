using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.Running;

public sealed class ScenarioRunnerTests
{
    private static readonly Failure Broke = new(null, FailureKind.Browser, "no browser");

    [Test]
    public async Task RetriesMakeOneRecordThatNamesTheFailuresBefore()
    {
        var source = new Scripted(Failed("first"), Failed("second"), new RunEvidence());
        var record = await Run(source, retries: 3);
        Assert.That((record.Status, record.Attempt, source.Calls), Is.EqualTo((RunStatus.Passed, 3, 3)));
        Assert.That(record.EarlierFailures!.Select(f => f.Message), Is.EqualTo((string[])["first", "second"]));
    }

    [Test]
    public async Task TheLastTryIsTheRecordWhenAllFail()
    {
        var record = await Run(new Scripted(Failed("first"), Failed("second"), new RunEvidence()), retries: 1);
        Assert.That((record.Status, record.Attempt, record.Failure!.Message), Is.EqualTo((RunStatus.Failed, 2, "second")));
    }

    [Test]
    public async Task AFirstTryThatPassesIsTheOnlyOne()
    {
        var source = new Scripted(new RunEvidence());
        var record = await Run(source, retries: 5);
        Assert.That((record.Attempt, record.EarlierFailures, source.Calls), Is.EqualTo((1, (IReadOnlyList<Failure>?)null, 1)));
    }

    [Test]
    public async Task ABrokenMonitorIsTriedAgainEvenIfItSaysNothing()
    {
        var record = await Run(new Scripted(new RunEvidence { Ending = RunEnding.Broken }, new RunEvidence()), retries: 1);
        Assert.That(record.EarlierFailures!.Single().Kind, Is.EqualTo(FailureKind.Browser));
    }

    [Test]
    public async Task AbortedRunsAreNotTriedAgain()
    {
        var source = new Scripted(new RunEvidence { Ending = RunEnding.Aborted, Failure = Broke });
        Assert.That(((await Run(source, retries: 3)).Status, source.Calls), Is.EqualTo((RunStatus.Aborted, 1)));
    }

    [Test]
    public async Task NothingIsTriedAgainOnceTheRunIsCancelled()
    {
        using var stop = new CancellationTokenSource();
        var source = new Scripted(Failed("first"), new RunEvidence()) { Meanwhile = stop.Cancel };
        var record = await Run(source, retries: 3, ct: stop.Token);
        Assert.That((record.Status, source.Calls), Is.EqualTo((RunStatus.Failed, 1)));
    }

    [Test]
    public async Task TimesComeFromTheGivenClock()
    {
        var time = new Clock();
        var record = await Run(new Scripted(new RunEvidence()) { Meanwhile = () => time.Now += TimeSpan.FromMilliseconds(1234.56) }, time: time);
        Assert.That((record.StartedAt, record.DurationMs), Is.EqualTo((DateTimeOffset.UnixEpoch, 1234.6)));
        Assert.That(Guid.Parse(record.RunId).Version, Is.EqualTo(7));
    }

    [Test]
    public async Task TheSlotIsWrittenDown()
    {
        var slot = new RunSlot("schedule", DateTimeOffset.UnixEpoch.AddMinutes(1));
        var record = await new ScenarioRunner(new Scripted(new RunEvidence()), new Clock(), "Berlin").RunAsync(new Scenario { Name = "shop" }, slot, null, default);
        Assert.That((record.Scenario, record.Location, record.Trigger, record.ScheduledAt), Is.EqualTo(("shop", "Berlin", "schedule", slot.ScheduledAt)));
    }

    [Test]
    public async Task ABugInTheDiagnosisKeepsTheEvidenceAndItsStackTrace()
    {
        var time = new Clock();
        Exception? told = null;
        var source = new Scripted(new RunEvidence { Browser = "a browser" }) { Meanwhile = () => time.Fails = true };
        var record = await new ScenarioRunner(source, time, "local", (_, error) => told = error)
            .RunAsync(new Scenario { Name = "shop" }, RunSlot.Manual, null, default);
        Assert.That((record.Status, record.Evidence?.Browser), Is.EqualTo((RunStatus.Error, "a browser")));
        Assert.That(record.Failure!.Message, Is.EqualTo("a bug in the monitor: InvalidOperationException: no time"));
        Assert.That(told?.StackTrace, Does.Contain(nameof(ScenarioRunner)));
    }

    private static RunEvidence Failed(string message) => new() { Failure = new Failure(null, FailureKind.Navigation, message) };

    private static Task<RunRecord> Run(Scripted source, int retries = 0, TimeProvider? time = null, CancellationToken ct = default) =>
        new ScenarioRunner(source, time ?? new Clock(), "local").RunAsync(new Scenario { Name = "shop", Retries = retries }, RunSlot.Manual, null, ct);

    private sealed class Scripted(params RunEvidence[] evidence) : IEvidenceSource
    {
        public int Calls { get; private set; }

        public Action Meanwhile { get; init; } = () => { };

        public Task<RunEvidence> CollectAsync(Scenario scenario, IProgress<StepProgress>? progress, CancellationToken ct)
        {
            Meanwhile();
            return Task.FromResult(evidence[Calls++]);
        }
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        /// <summary>Whether the next reading throws.</summary>
        public bool Fails { get; set; }

        public override long GetTimestamp()
        {
            if (!Fails)
                return Now.Ticks;
            Fails = false;
            throw new InvalidOperationException("no time");
        }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + Now;
    }
}
