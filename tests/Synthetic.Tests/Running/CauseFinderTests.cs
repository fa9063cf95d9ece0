using Microsoft.Extensions.Time.Testing;
using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Running;

/// <summary>When a second run is made, and what becomes of it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CauseFinderTests
{
    private const string Orders = EvidenceBuilder.Page + "api/orders";
    private readonly Instrumented _second = new();

    [Test]
    public async Task AnUnclearPathIsFollowedOnceAndItsChainLaidOverTheMeasuredTimes()
    {
        var measured = Unclear();
        var followed = await FollowAsync(measured);

        Assert.That(_second.Seen, Has.Count.EqualTo(1));
        Assert.That(_second.Seen[0].FollowsCauses, Is.True);
        Assert.That(followed.Steps[0].Interactions[0].Response, Has.Property(nameof(ResponseWindow.PathSource)).EqualTo(PathSource.Causes)
            .And.Property(nameof(Window.Ms)).EqualTo(measured.Steps[0].Interactions[0].Response!.Ms));
        Assert.That(followed.Steps[0].Interactions[0].Response!.Culprit!.Component, Is.EqualTo("db"));
        Assert.That(followed.Evidence!.InstrumentedRun, Is.EqualTo(new InstrumentedRun(1000, 0, null)));
        Assert.That(followed.DurationMs, Is.EqualTo(measured.DurationMs), "the run is the measured one");
        Assert.That(RunJson.Write(Derivation.Of(followed, followed.Evidence)), Is.EqualTo(RunJson.Write(followed)), "explain derives it again");
    }

    [Test]
    public async Task AClearPathNeedsNoSecondRun()
    {
        var clear = new EvidenceBuilder().Clicks().Fetches(6, 240, "db;dur=240", method: "GET").Shows(280).Record();
        Assert.That(await FollowAsync(clear), Is.SameAs(clear));
        Assert.That(_second.Seen, Is.Empty);
    }

    [TestCase("GET", CauseRule.ReadOnly, 1)]
    [TestCase("POST", CauseRule.ReadOnly, 0)]
    [TestCase("POST", CauseRule.Always, 1)]
    [TestCase("GET", CauseRule.Never, 0)]
    public async Task AStepThatWritesIsRunAgainOnlyWhereThatIsAllowed(string method, CauseRule rule, int runs)
    {
        await FollowAsync(Unclear(method), rule);
        Assert.That(_second.Seen, Has.Count.EqualTo(runs));
    }

    [Test]
    public async Task ABeaconIsNoWriteThatForbidsIt()
    {
        await FollowAsync(With(Evidence("GET").Fetches(50, 20, url: EvidenceBuilder.Page + "beacon", initiator: "beacon")));
        Assert.That(_second.Seen, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task WhatWentOverAWebSocketMayHaveWritten()
    {
        var record = Unclear();
        await FollowAsync(record with { Evidence = record.Evidence! with { WebSockets = 1 } });
        Assert.That(_second.Seen, Is.Empty);
    }

    [Test]
    public async Task WhatASharedWorkerWasAskedForMayHaveWritten()
    {
        var record = Unclear();
        await FollowAsync(record with { Evidence = record.Evidence! with { Documents = [.. record.Evidence.Documents.Select(d => d with { SharedWorkers = true })] } });
        Assert.That(_second.Seen, Is.Empty);
    }

    [Test]
    public async Task WhatAScriptOrAnEarlierAttemptDidIsNotSeen()
    {
        var record = Unclear();
        var finder = new CauseFinder(_second, _second.Time);
        await finder.FollowAsync(new Scenario { Name = "shop", Script = "Order" }, record, CancellationToken.None);
        await FollowAsync(record with { EarlierFailures = [new Failure(null, FailureKind.Timeout, "too slow")] });
        Assert.That(_second.Seen, Is.Empty);
    }

    [Test]
    public async Task AChainThatTheMeasuredRunDidNotGoIsSaid()
    {
        _second.Change = s => s with { Causes = [new() { Kind = CauseLink.Request, Method = "GET", Url = EvidenceBuilder.Page + "other", Nth = 1 }, new() { Kind = CauseLink.Input }] };
        Assert.That((await FollowAsync(Unclear())).Evidence!.InstrumentedRun!.Note, Is.EqualTo("the measured run went another way than the chain"));
    }

    [Test]
    public async Task MoreWritesThanAProofMayMakeAreTooMany()
    {
        await FollowAsync(Unclear("POST"), CauseRule.Always, maxWrites: 0);
        Assert.That(_second.Seen, Is.Empty);
    }

    [Test]
    public async Task ASecondRunThatFailsLeavesTheVerdictAndSaysSo()
    {
        _second.Change = s => s with { Status = StepStatus.Failed, Failure = new Failure(s.Name, FailureKind.Expectation, "it never came") };
        var followed = await FollowAsync(Unclear());
        Assert.That(followed.Steps[0].Interactions[0].Response!.PathSource, Is.EqualTo(PathSource.Order));
        Assert.That(followed.Status, Is.EqualTo(RunStatus.Passed));
        Assert.That(followed.Evidence!.InstrumentedRun!.Note, Is.EqualTo("\"Place order\" did not pass in it: it never came"));
    }

    [Test]
    public async Task ASecondRunThatIsStoppedChangesNothing()
    {
        using var stopped = new CancellationTokenSource();
        _second.During = stopped.Cancel;
        var measured = Unclear();
        Assert.That(await new CauseFinder(_second, _second.Time).FollowAsync(new Scenario { Name = "shop" }, measured, stopped.Token), Is.SameAs(measured));
    }

    private Task<RunRecord> FollowAsync(RunRecord record, CauseRule rule = CauseRule.ReadOnly, int maxWrites = 10) =>
        new CauseFinder(_second, _second.Time).FollowAsync(
            new Scenario { Name = "shop", Causes = rule, Proof = ProofRule.Default with { MaxWrites = maxWrites } }, record, CancellationToken.None);

    private static RunRecord Unclear(string method = "GET") => With(Evidence(method));

    private static RunRecord With(EvidenceBuilder evidence) => evidence.Record();

    private static EvidenceBuilder Evidence(string method) => new EvidenceBuilder().Clicks()
        .Fetches(6, 240, "db;dur=240", url: Orders, method: method)
        .Fetches(10, 280, "ads;dur=280", url: EvidenceBuilder.Page + "ads", method: "GET")
        .Shows(310).Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 300 });

    /// <summary>A second run that takes a second and finds the order on the way to the result.</summary>
    private sealed class Instrumented : IExperiments
    {
        public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch);

        public List<Experiment> Seen { get; } = [];

        public Func<StepEvidence, StepEvidence> Change { get; set; } = step => step with
        {
            Causes = [new() { Kind = "body" }, new() { Kind = CauseLink.Request, Method = "GET", Url = Orders, Nth = 1 }, new() { Kind = CauseLink.Input }],
        };

        public Action During { get; set; } = () => { };

        public Task<Trial> RunAsync(Scenario scenario, Experiment experiment, CancellationToken ct)
        {
            Seen.Add(experiment);
            During();
            Time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(new Trial(Evidence("GET").Step(Change).Build()));
        }
    }
}
