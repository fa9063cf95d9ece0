using System.Diagnostics;
using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Secrets;
using Synthetic.Core.Tracing;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Tracing;

/// <summary>A click that places an order in 400 ms, 350 of them in the database.</summary>
public sealed class RunTraceTests
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private const string SentId = "b7ad6b7169203331";

    private static readonly DateTimeOffset Origin = DateTimeOffset.UnixEpoch.AddMilliseconds(1_700_000_000_000);

    [Test]
    public void ARunHoldsItsStepTheStepItsInteractionThatItsRequestAndThatItsComponents()
    {
        var trace = Trace(Order());
        string[] chain = ["run place-order", "Place order", "pointer #order", "POST", "db"];
        Assert.That(trace.Spans.Select(span => span.Name), Is.EqualTo(new[] { "run place-order", "Place order", "pointer #order", "POST", "db", "app" }));
        Assert.That(trace.Spans[0].ParentId, Is.Null);
        foreach (var (parent, child) in chain.Zip(chain.Skip(1)))
            Assert.That(One(trace, child).ParentId, Is.EqualTo(One(trace, parent).Id), $"{parent} → {child}");
        Assert.That(trace.Spans.Select(span => span.Id).Distinct().Count(), Is.EqualTo(trace.Spans.Count));
        Assert.That(trace.Spans.Select(span => span.Kind), Is.EqualTo(new[] { ActivityKind.Internal, ActivityKind.Internal, ActivityKind.Internal, ActivityKind.Client, ActivityKind.Internal, ActivityKind.Internal }));
    }

    [Test]
    public void EachSpanHasTheRecordsOwnTimesAndLiesWithinItsParent()
    {
        var trace = Trace(Order());
        var request = One(trace, "POST");
        Assert.That(request.Start, Is.EqualTo(At(EvidenceBuilder.Click + 20)));
        Assert.That(request.End, Is.EqualTo(At(EvidenceBuilder.Click + 20 + 2 + 400 + 3)));
        Assert.That(One(trace, "pointer #order").Start, Is.EqualTo(At(EvidenceBuilder.Click)));
        Assert.That(One(trace, "Place order").Start, Is.EqualTo(At(1000)));
        Assert.That(One(trace, "db").End - One(trace, "db").Start, Is.EqualTo(TimeSpan.FromMilliseconds(350)));
        AssertNested(trace);
    }

    [TestCase("db;dur=350, app;dur=10", "one after the other, in the middle of the wait", 20.0, 370.0)]
    [TestCase("db;dur=350, app;dur=390", "together, in the middle of the wait", 5.0, 5.0)]
    [TestCase("db;dur=350, app;dur=9000", "never longer than the wait", 0.0, 0.0)]
    public void ComponentsAreDrawnWithinTheWait(string header, string why, double db, double app)
    {
        var trace = Trace(Order(header));
        var sent = EvidenceBuilder.Click + 22;
        Assert.That((One(trace, "db").Start, One(trace, "app").Start), Is.EqualTo((At(sent + db), At(sent + app))), why);
        AssertNested(trace);
    }

    [Test]
    public void ARequestIsDescribedBySemanticConventions()
    {
        var request = One(Trace(Order()), "POST");
        Assert.That(request.Attributes.ToDictionary(), Is.SupersetOf(new Dictionary<string, object>
        {
            ["http.request.method"] = "POST",
            ["url.full"] = "https://shop.example/api/orders",
            ["server.address"] = "shop.example",
            ["server.port"] = 443L,
            ["http.response.status_code"] = 200L,
            ["user_agent.synthetic.type"] = "test",
        }));
        Assert.That(Of(request, "http.response.header.server-timing"), Is.EqualTo(new[] { "db;dur=350, app;dur=10" }));
    }

    [Test]
    public void TheRunSaysHowItWentWhoIsToBlameAndWhichBudgetsItBroke()
    {
        var run = Trace(Order().StepBudget("response", 200)).Spans[0];
        Assert.That(run.Attributes.ToDictionary(), Is.SupersetOf(new Dictionary<string, object>
        {
            ["synthetic.scenario"] = "place-order",
            ["synthetic.location"] = "local",
            ["synthetic.run.id"] = EvidenceBuilder.Header.RunId,
            ["synthetic.run.status"] = "degraded",
            ["user_agent.synthetic.type"] = "test",
            ["synthetic.culprit.kind"] = "backend",
            ["synthetic.culprit.component"] = "db",
        }));
        var breach = run.Events.Single();
        Assert.That(breach.Name, Is.EqualTo("synthetic.budget.breached"));
        Assert.That(breach.Attributes.ToDictionary(), Is.SupersetOf(new Dictionary<string, object>
        {
            ["synthetic.budget.metric"] = "response",
            ["synthetic.budget.limit"] = 200.0,
            ["synthetic.step.name"] = "Place order",
        }));
        Assert.That(run.Error, Is.Null, "it worked, only slower than it should");
    }

    [Test]
    public void WhatFailedIsAnErrorAndNothingElse()
    {
        var failure = new Failure("Place order", FailureKind.Expectation, "expected the page to show \"done\"");
        var trace = Trace(Order(status: 500).Step(step => step with { Status = StepStatus.Failed, Failure = failure }));
        Assert.That(trace.Spans.Where(span => span.Error is not null).Select(span => (span.Name, span.Error)), Is.EqualTo(new[]
        {
            ("run place-order", failure.Message), ("Place order", failure.Message), ("POST", "500"),
        }));
        Assert.That(Of(trace.Spans[0], "error.type"), Is.EqualTo("expectation"));
    }

    [Test]
    public void ARequestThatToldItsServerAnIdHasThatId()
    {
        var trace = Trace(Sent($"00-{TraceId}-{SentId}-01"));
        Assert.That((trace.TraceId, One(trace, "POST").Id), Is.EqualTo((TraceId, SentId)));
        Assert.That(One(trace, "db").ParentId, Is.EqualTo(SentId));
        Assert.That(One(trace, "POST").Links, Is.Empty);
    }

    [Test]
    public void APageThatTracesItselfIsLinked()
    {
        const string Own = "4bf92f3577b34da6a3ce929d0e0e4736";
        var request = One(Trace(Sent($"00-{Own}-{SentId}-01")), "POST");
        Assert.That(request.Id, Is.Not.EqualTo(SentId));
        Assert.That(request.Links.Single().TraceId.ToHexString(), Is.EqualTo(Own));
    }

    [Test]
    public void TheContextThatAServerAnswersIsLinkedAndNoComponent()
    {
        const string Server = "4bf92f3577b34da6a3ce929d0e0e4736";
        var trace = Trace(Order($"traceparent;desc=\"00-{Server}-00f067aa0ba902b7-01\", db;dur=350, TraceParent;desc=nonsense"));
        var link = One(trace, "POST").Links.Single();
        Assert.That((link.TraceId.ToHexString(), link.SpanId.ToHexString()), Is.EqualTo((Server, "00f067aa0ba902b7")));
        Assert.That(trace.Spans.Select(span => span.Name), Has.None.EqualTo("traceparent").IgnoreCase);
    }

    [Test]
    public void NoSecretGetsIntoATrace()
    {
        const string Password = "tuna-sandwich";
        var evidence = Order($"db;dur=350;desc=\"{Password}\"", url: $"https://user:{Password}@shop.example/api?sig=abc123&q=shoes&api_key=def456#{Password}").Build();
        var record = Derivation.Of(EvidenceBuilder.Header, evidence with { Failure = new Failure(null, FailureKind.Script, $"no {Password} here") });
        var trace = RunTrace.Of(record, new Redactor([new Secret("SHOP_PASSWORD", Password)]));
        var everything = string.Join('\n', trace.Spans.SelectMany(span => span.Attributes.Select(one => one.Value is string[] many ? string.Join(' ', many) : $"{one.Value}").Append(span.Name).Append(span.Error)));
        Assert.That(everything, Does.Not.Contain(Password).And.Not.Contain("abc123").And.Not.Contain("def456"));
        Assert.That(Of(One(trace, "POST"), "url.full"), Is.EqualTo("https://REDACTED:REDACTED@shop.example/api?sig=REDACTED&q=shoes&api_key=REDACTED"));
        Assert.That(Of(One(trace, "POST"), "server.address"), Is.EqualTo("shop.example"));
    }

    [Test]
    public void TheSameRecordMakesTheSameTrace() =>
        Assert.That(Trace(Order()).Spans.Select(span => (span.Id, span.ParentId)), Is.EqualTo(Trace(Order()).Spans.Select(span => (span.Id, span.ParentId))));

    [Test]
    public void ARunThatNeverBeganIsOneSpanNamedByItsOwnId()
    {
        var record = EvidenceBuilder.Header with { Status = RunStatus.Error, Failure = new Failure(null, FailureKind.Browser, "no browser") };
        var trace = RunTrace.Of(record, new Redactor([]));
        Assert.That(trace.TraceId, Is.EqualTo(record.RunId.Replace("-", "", StringComparison.Ordinal)));
        Assert.That(trace.Spans.Single() is { Error: "no browser", ParentId: null } span && span.Id == RunTrace.RootIdOf(record));
    }

    [Test]
    public void ARequestThatWasNeverAnsweredEndsWithTheRunsLastStep()
    {
        var trace = Trace(Order().Exchange(new NetworkExchange { Method = "GET", Url = EvidenceBuilder.Page + "slow", ResourceType = "fetch", StartMs = EvidenceBuilder.Click + 100 }));
        Assert.That(One(trace, "GET").End, Is.EqualTo(One(trace, "Place order").End));
    }

    [Test]
    public void ARequestOutsideOfInteractionsBelongsToItsStep()
    {
        var trace = Trace(Order().Fetches(3000, 20, method: "GET", url: EvidenceBuilder.Page + "poll"));
        Assert.That(One(trace, "GET").ParentId, Is.EqualTo(One(trace, "Place order").Id));
    }

    private static EvidenceBuilder Order(string header = "db;dur=350, app;dur=10", int status = 200, string url = EvidenceBuilder.Page + "api/orders") =>
        new EvidenceBuilder().Clicks().Fetches(20, 400, header, status: status, url: url).Shows(440);

    /// <summary>The order, its request having carried a trace context.</summary>
    private static RunEvidence Sent(string traceParent)
    {
        var evidence = Order().Build();
        return evidence with { TraceId = TraceId, Exchanges = [.. evidence.Exchanges.Select(one => one with { TraceParent = traceParent })] };
    }

    private static RunTrace Trace(EvidenceBuilder evidence) => Trace(evidence.Build());

    private static RunTrace Trace(RunEvidence evidence) =>
        RunTrace.Of(Derivation.Of(EvidenceBuilder.Header with { StartedAt = Origin.AddMilliseconds(200) }, evidence), new Redactor([]));

    private static DateTimeOffset At(double ms) => Origin.AddMilliseconds(ms);

    private static Span One(RunTrace trace, string name) => trace.Spans.Single(span => span.Name == name);

    private static object? Of(Span span, string attribute) => span.Attributes.FirstOrDefault(one => one.Key == attribute).Value;

    private static void AssertNested(RunTrace trace)
    {
        var byId = trace.Spans.ToDictionary(span => span.Id);
        foreach (var span in trace.Spans.Where(span => span.ParentId is not null))
            Assert.That(span.Start >= byId[span.ParentId!].Start && span.End <= byId[span.ParentId!].End && span.Start <= span.End, $"{span.Name} in {byId[span.ParentId!].Name}");
    }
}
