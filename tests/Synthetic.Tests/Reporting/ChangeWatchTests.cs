using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Tests.Alerting;
using Synthetic.Tests.Scheduling;
using Synthetic.Worker.Reporting;

namespace Synthetic.Tests.Reporting;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ChangeWatchTests
{
    private readonly CapturedLog _log = new();
    private readonly Kept _kept = new();
    private readonly WatchedTime _time = new(Runs.Start.AddDays(1));

    [Test]
    public async Task AChangeIsToldWithWhenItBegan()
    {
        var watch = new ChangeWatch(_kept, _time, _log);
        await FeedAsync(watch, from: 0, count: 20, ms: 40);
        await FeedAsync(watch, from: 20, count: 20, ms: 95);
        Assert.That(_log.Messages("change").Where(text => text.Contains("response", StringComparison.Ordinal)).ToArray(),
            Is.EqualTo(new[] { "place-order / Place order: response went from 40 to 95 ms at 12:20 UTC (20 runs before, 5 since)" }));
    }

    [Test]
    public async Task ARestartGoesOnWhereTheStoreIsAndTellsNothingAgain()
    {
        _kept.Points = [.. Enumerable.Range(0, 20).Select(n => Point(n, 40)), .. Enumerable.Range(20, 8).Select(n => Point(n, 95))];
        var watch = new ChangeWatch(_kept, _time, _log);
        await FeedAsync(watch, from: 28, count: 20, ms: 95);
        Assert.That(_log.Messages("change"), Is.Empty);

        _kept.Points = [.. Enumerable.Range(0, 20).Select(n => Point(n, 40)), .. Enumerable.Range(20, 3).Select(n => Point(n, 95))];
        await FeedAsync(new ChangeWatch(_kept, _time, _log), from: 23, count: 20, ms: 95);
        Assert.That(_log.Messages("change"), Has.Some.Contains("at 12:20 UTC"));
    }

    [Test]
    public async Task RunsThatFailedAndAnotherLocationsDoNotCount()
    {
        _kept.Points = [.. Enumerable.Range(0, 20).Select(n => Point(n, 40) with { Location = "elsewhere" })];
        var watch = new ChangeWatch(_kept, _time, _log);
        await FeedAsync(watch, from: 20, count: 30, ms: 95);
        await FeedAsync(watch, from: 50, count: 30, ms: 40, RunStatus.Failed);
        Assert.That(_log.Messages("change"), Is.Empty);
    }

    private static ComponentPoint Point(int number, double ms) => new($"run-{number}", "local", Runs.Start.AddMinutes(number), ms);

    private static async Task FeedAsync(ChangeWatch watch, int from, int count, double ms, RunStatus status = RunStatus.Passed)
    {
        for (var n = from; n < from + count; n++)
            await watch.AcceptAsync(new RunReport(new Scenario { Name = "place-order" }, Runs.Of(status, n).With(ms, null), []), CancellationToken.None);
    }

    private sealed class Kept : IRunHistory
    {
        public IReadOnlyList<ComponentPoint> Points { get; set; } = [];

        public Task<IReadOnlyList<RunSummary>> RunsAsync(RunQuery query, CancellationToken ct) => throw new NotSupportedException();

        public Task<RunRecord?> RecordAsync(string runId, CancellationToken ct) => throw new NotSupportedException();

        public Task<IReadOnlyList<ComponentPoint>> ComponentAsync(string scenario, string step, string component, DateTimeOffset since, CancellationToken ct) =>
            Task.FromResult(Points);
    }
}
