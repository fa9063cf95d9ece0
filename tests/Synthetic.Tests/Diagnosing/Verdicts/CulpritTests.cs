using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Diagnosing.Verdicts;

public sealed class CulpritTests
{
    private const string Page = EvidenceBuilder.Page;

    [Test]
    public void AnAwaitedFetchIsBlamedForTheResponseAndNotForINP()
    {
        var seen = new EvidenceBuilder().Clicks().Fetches(6, 400, "db;dur=350, cache;dur=5, total;dur=396").Shows(440).Interaction();
        Assert.That(seen.Inp!.Culprit, Is.Null);
        AssertCulprit(seen.Response!.Culprit, CulpritKind.Backend, "db", 350, Confidence.Inferred);
        Assert.That(seen.Response.Ms, Is.EqualTo(440));
        Assert.That(Kinds(seen.Response.Timeline), Is.EqualTo("InputDelay Script Queue Server Network Download Render"));
        Assert.That(seen.Response.Culprit!.Evidence[0], Does.StartWith("POST /api/orders waited 400 ms for its first byte; its server reports db 350 ms"));
    }

    [TestCase("cache;desc=\"hit-front\", host;desc=\"cp2031\"", CulpritKind.Unknown)]
    [TestCase("db;dur=350, cache;desc=\"hit-front\", host;desc=\"cp2031\"", CulpritKind.Backend)]
    [TestCase("db;dur=2, cache;desc=\"hit-front\", host;desc=\"cp2031\"", CulpritKind.Network)]
    public void WhereItsRequestWasServedFromIsSaidBesideTheCulprit(string header, CulpritKind kind)
    {
        var culprit = new EvidenceBuilder().Clicks().Fetches(6, 400, header).Shows(440).Response().Culprit!;
        Assert.That(culprit.Kind, Is.EqualTo(kind));
        Assert.That(culprit.Evidence[^1], Is.EqualTo("POST /api/orders was served from cp2031, cache hit-front"));
    }

    [Test]
    public void ASynchronousRequestIsBlamedForINP()
    {
        var inp = new EvidenceBuilder().Clicks(handlers: 420).Runs(2, 419, pause: 404)
            .Fetches(6, 400, "db;dur=350, total;dur=396", initiator: "xmlhttprequest").Shows(436).Inp();
        AssertCulprit(inp.Culprit, CulpritKind.Backend, "db", 350, Confidence.Inferred);
    }

    [Test]
    public void ASynchronousRequestInsideALongBurnIsNoScript()
    {
        var seen = new EvidenceBuilder().Clicks(handlers: 450).Runs(2, 449, pause: 200)
            .Fetches(6, 195, "db;dur=190", initiator: "xmlhttprequest").Shows(466).Interaction();
        Assert.That(Sum(seen.Response!.Timeline, SegmentKind.Server), Is.EqualTo(190).Within(0.1));
        AssertCulprit(seen.Response.Culprit, CulpritKind.MainThread, null, 251, Confidence.Observed, 5);
        AssertCulprit(seen.Inp!.Culprit, CulpritKind.MainThread, null, 251, Confidence.Observed, 5);
    }

    [Test]
    public void AHandlerThatBurnsIsTheMainThreadWithItsScript()
    {
        var inp = new EvidenceBuilder().Clicks(handlers: 300).Runs(2, 298).Inp();
        AssertCulprit(inp.Culprit, CulpritKind.MainThread, null, 301, Confidence.Observed);
        Assert.That(inp.Culprit!.Url, Is.EqualTo(Page + "shop.js"));
        Assert.That((inp.InputDelayMs, inp.ProcessingMs, inp.PresentationMs), Is.EqualTo((1, 300, 10)));
    }

    [Test]
    public void InputDelayNamesTheScriptThatHeldTheInputUp()
    {
        var inp = new EvidenceBuilder().Runs(-50, 250, invoker: "TimerHandler:setTimeout").Clicks(delay: 201).Inp();
        AssertCulprit(inp.Culprit, CulpritKind.MainThread, null, 206, Confidence.Observed);
        Assert.That(inp.Culprit!.Evidence[0], Is.EqualTo($"the input waited 201 ms for the main thread in TimerHandler:setTimeout of {Page}shop.js"));
    }

    [Test]
    public void WorkAfterTheResponseIsTheMainThreads()
    {
        var response = new EvidenceBuilder().Clicks().Fetches(6, 50, "db;dur=45").Runs(62, 250, render: 10, invoker: "Response.json.then", type: "resolve-promise").Shows(322).Response();
        AssertCulprit(response.Culprit, CulpritKind.MainThread, null, 256, Confidence.Observed);
        Assert.That(Sum(response.Timeline, SegmentKind.Server), Is.EqualTo(45));
    }

    [Test]
    public void WhatTheServerDoesNotAccountForIsTransit() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(6, 400, "db;dur=20, total;dur=30").Shows(440).Response().Culprit, CulpritKind.Network, "transit", 373, Confidence.Inferred);

    [Test]
    public void AHeaderOfNestedMetricsCountsEachTimeOnce() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(6, 400, "external.db;dur=300, external;dur=350, total;dur=390").Shows(440).Response().Culprit,
        CulpritKind.Backend, "external", 350, Confidence.Inferred);

    [Test]
    public void ATotalAloneIsTheServersOwnWork() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(6, 400, "total;dur=390").Shows(440).Response().Culprit, CulpritKind.Backend, "app", 390, Confidence.Inferred);

    [Test]
    public void OfMetricsThatRanAtOnceTheLongestKeepsItsNumberAndTheRecordSaysSo()
    {
        var culprit = new EvidenceBuilder().Clicks().Fetches(6, 400, "a;dur=390, b;dur=350, c;dur=100").Shows(440).Response().Culprit;
        AssertCulprit(culprit, CulpritKind.Backend, "a", 390, Confidence.Inferred);
        Assert.That(culprit!.Evidence[0], Does.EndWith("its server reports a 390 ms, b 350 ms; they add up to more than the time they share, so some ran at the same time or are wrong"));
    }

    [Test]
    public void WhatRanAtOnceFitsIntoTheTotal() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(6, 400, "a;dur=100, b;dur=100, total;dur=100").Shows(440).Response().Culprit, CulpritKind.Network, "transit", 303, Confidence.Inferred);

    [Test]
    public void IdsThatLookLikeTimeAreNone()
    {
        var culprit = new EvidenceBuilder().Clicks().Fetches(6, 400, "traceparent;dur=390;desc=\"00-4bf9\"").Shows(440).Response().Culprit;
        Assert.That(culprit!.Kind, Is.EqualTo(CulpritKind.Unknown));
        Assert.That(culprit.Evidence[0], Does.Contain("has no durations"));
    }

    [Test]
    public void WithoutAHeaderNobodyIsBlamedAndTheReasonIsGiven()
    {
        var culprit = new EvidenceBuilder().Clicks().Fetches(6, 400).Shows(440).Response().Culprit;
        AssertCulprit(culprit, CulpritKind.Unknown, null, 400, Confidence.Unknown);
        Assert.That(culprit!.RequestId, Is.EqualTo(1));
        Assert.That(culprit.Evidence[0], Is.EqualTo("POST /api/orders took 400 ms with no Server-Timing: server and network can't be told apart"));
    }

    [Test]
    public void WhatThePageMayNotReadComesFromTheNetwork()
    {
        var record = new EvidenceBuilder().Clicks().Fetches(
            6, 400, "db;dur=350", url: "https://pay.other/charge", change: e => new ResourceTiming
            {
                Url = e.Url,
                Initiator = "fetch",
                Start = e.Start,
                FetchStart = e.Start,
                ResponseEnd = e.ResponseEnd,
            }).Shows(440).Record();
        var request = record.Steps[0].Requests[0];
        Assert.That((request.ServerTimingSource, request.ThirdParty, request.TtfbMs), Is.EqualTo((ServerTimingSource.Network, true, (double?)402)));
        var culprit = record.Steps[0].Interactions[0].Response!.Culprit;
        AssertCulprit(culprit, CulpritKind.Backend, "db", 350, Confidence.Inferred);
        Assert.That(culprit!.Evidence[0], Does.Contain("read from the response header: the page may not"));
    }

    [Test]
    public void ARequestThatWaitsForAConnectionIsInTheQueue() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(6, 20, "db;dur=10", queue: 300).Shows(340).Response().Culprit, CulpritKind.Queue, null, 300, Confidence.Observed);

    [Test]
    public void ANewConnectionIsTheNetworks() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(6, 20, "db;dur=10", e => e with { DomainLookupStart = e.Start + 1, ConnectEnd = e.RequestStart }, queue: 300).Shows(340).Response().Culprit,
        CulpritKind.Network, "connect", 312, Confidence.Observed);

    [Test]
    public void ALongBodyIsADownload() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(6, 20, "db;dur=20", download: 300).Shows(340).Response().Culprit, CulpritKind.Network, "download", 300, Confidence.Observed);

    [Test]
    public void ARedirectThatNobodySawIsTheNetworks() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(6, 20, "db;dur=20", e => e with
        {
            RedirectStart = e.Start,
            RedirectEnd = e.Start + 298,
            FetchStart = e.Start + 298,
            DomainLookupStart = e.Start + 298,
            ConnectEnd = e.Start + 298,
        }, queue: 300).Shows(340).Response().Culprit, CulpritKind.Network, "redirect", 301, Confidence.Observed);

    [Test]
    public void AFormAnsweredByARedirectIsBlamedOnTheServerThatAnsweredIt()
    {
        var builder = new EvidenceBuilder().Clicks()
            .Exchange(new NetworkExchange
            {
                Method = "POST",
                Url = Page + "orders",
                ResourceType = "document",
                Status = 303,
                StartMs = EvidenceBuilder.Click + 8,
                RequestStart = 1,
                ResponseStart = 301,
                ResponseEnd = 302,
                ServerTiming = ["db;dur=290, total;dur=299"],
                RedirectedTo = Page + "orders/1",
            })
            .Exchange(new NetworkExchange
            {
                Method = "GET",
                Url = Page + "orders/1",
                ResourceType = "document",
                Status = 200,
                StartMs = EvidenceBuilder.Click + 312,
                RequestStart = 1,
                ResponseStart = 11,
                ResponseEnd = 12,
                ServerTiming = ["db;dur=5"],
            })
            .NextDocument(Page + "orders/1", EvidenceBuilder.Click + 8)
            .Document(d => d with
            {
                FirstContentfulPaint = 350,
                Navigation = new ResourceTiming
                {
                    Url = Page + "orders/1",
                    Initiator = "navigation",
                    RedirectStart = 2,
                    RedirectEnd = 304,
                    FetchStart = 304,
                    DomainLookupStart = 304,
                    ConnectEnd = 304,
                    RequestStart = 305,
                    ResponseStart = 315,
                    ResponseEnd = 316,
                    Status = 200,
                    ServerTiming = [new("db", 5)],
                },
            });
        var step = builder.Record().Steps[0];
        Assert.That(step.Requests.Select(r => $"{r.Method} {r.Status}"), Is.EqualTo((string[])["POST 303", "GET 200"]));
        var response = step.Interactions[0].Response!;
        Assert.That((response.Source, response.Ms), Is.EqualTo((ResponseSource.Navigation, 358.0)));
        AssertCulprit(response.Culprit, CulpritKind.Backend, "db", 295, Confidence.Inferred);
        Assert.That(response.Culprit!.RequestId, Is.EqualTo(1));
        Assert.That(builder.Record().Pages[^1].ServerTiming.Single().Ms, Is.EqualTo(5), "the page's own response, not the redirect's");
    }

    [Test]
    public void ANewPageThatIsLongInPaintingIsNotIdle()
    {
        var response = new EvidenceBuilder().Clicks()
            .NextDocument(Page + "next", EvidenceBuilder.Click + 8)
            .Document(d => d with
            {
                FirstContentfulPaint = 320,
                Navigation = new ResourceTiming
                {
                    Url = Page + "next",
                    Initiator = "navigation",
                    RequestStart = 1,
                    ResponseStart = 11,
                    ResponseEnd = 12,
                    Status = 200,
                    ServerTiming = [new("db", 5)],
                },
            })
            .Record().Steps[0].Interactions[0].Response!;
        AssertCulprit(response.Culprit, CulpritKind.Rendering, null, 308, Confidence.Inferred);
        Assert.That(response.Culprit!.Evidence[0], Does.StartWith("the new page's first paint took 308 ms"));
    }

    [Test]
    public void ARedirectOverAnotherOriginIsSeenByTheNetworkOnly()
    {
        NetworkExchange Seen(string url, double at, double wait, string header, string? to = null) => new()
        {
            Method = "GET",
            Url = url,
            ResourceType = "fetch",
            Status = to is null ? 200 : 302,
            StartMs = EvidenceBuilder.Click + at,
            RequestStart = 1,
            ResponseStart = wait,
            ResponseEnd = wait + 1,
            ServerTiming = [header],
            RedirectedTo = to,
        };
        var step = new EvidenceBuilder().Clicks()
            .Exchange(Seen("https://sso.other/go", 8, 200, "auth;dur=190", "https://sso.other/done"))
            .Exchange(Seen("https://sso.other/done", 218, 30, "db;dur=20"))
            .Document(d => d with
            {
                Resources = [new ResourceTiming { Url = "https://sso.other/go", Initiator = "fetch", Start = EvidenceBuilder.Click + 6, FetchStart = EvidenceBuilder.Click + 6, ResponseEnd = EvidenceBuilder.Click + 250 }],
            }).Shows(262).Record().Steps[0];
        Assert.That(step.Requests.Select(r => r.Status), Is.EqualTo((int?[])[302, 200]));
        AssertCulprit(step.Interactions[0].Response!.Culprit, CulpritKind.Backend, "auth", 190, Confidence.Inferred);
    }

    [Test]
    public void ARequestWhoseBodyNobodyReadsIsOnThePathThoughItsPlaceIsVague()
    {
        var culprit = new EvidenceBuilder().Clicks()
            .Exchange(new NetworkExchange
            {
                Method = "GET",
                Url = Page + "api/check",
                ResourceType = "fetch",
                Status = 200,
                StartMs = EvidenceBuilder.Click + 40,
                RequestStart = 1,
                ResponseStart = 251,
                ServerTiming = ["stock;dur=240"],
            })
            .Fetches(260, 40, "db;dur=30").Shows(320).Response().Culprit;
        AssertCulprit(culprit, CulpritKind.Backend, "stock", 240, Confidence.Inferred, 1);
    }

    [Test]
    public void RequestsOneAfterAnotherAddUp()
    {
        var builder = new EvidenceBuilder().Clicks();
        for (var i = 0; i < 3; i++)
            builder.Fetches(6 + (i * 150), 140, "db;dur=130");
        var culprit = builder.Shows(470).Response().Culprit;
        AssertCulprit(culprit, CulpritKind.Backend, "db", 390, Confidence.Inferred);
        Assert.That(culprit!.RequestIds, Is.EqualTo((int[])[1, 2, 3]));
    }

    [Test]
    public void OfRequestsAtOnceOnlyTheLastCounts()
    {
        var response = new EvidenceBuilder().Clicks().Fetches(6, 200, "db;dur=190", url: Page + "api/a").Fetches(7, 400, "cache;dur=390", url: Page + "api/b").Shows(430).Response();
        AssertCulprit(response.Culprit, CulpritKind.Backend, "cache", 390, Confidence.Inferred);
        Assert.That(response.Timeline.Select(s => s.RequestId).OfType<int>().Distinct(), Is.EqualTo((int[])[2]));
    }

    [Test]
    public void ADecoyStillInFlightAtTheEndIsNotBlamed() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(5, 900, "spy;dur=890", url: "https://ads.other/x").Fetches(6, 300, "db;dur=290").Shows(330).Response().Culprit,
        CulpritKind.Backend, "db", 290, Confidence.Inferred);

    [Test]
    public void ADecoyThatEndsDuringTheLastScriptIsNotBlamed() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(5, 330, "spy;dur=325", url: "https://ads.other/x").Fetches(6, 300, "db;dur=290")
            .Runs(312, 80, render: 5, invoker: "Response.json.then").Shows(398).Response().Culprit,
        CulpritKind.Backend, "db", 290, Confidence.Inferred);

    [Test]
    public void AnotherScriptJustBeforeTheAnswersOwnDoesNotHideTheRequest() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(6, 300, "db;dur=290").Runs(285, 15, invoker: "TimerHandler:setInterval")
            .Runs(312, 80, render: 5, invoker: "Response.json.then", type: "resolve-promise").Shows(398).Response().Culprit,
        CulpritKind.Backend, "db", 290, Confidence.Inferred);

    [Test]
    public void ABeaconIsNotWaitedFor() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(6, 300, "spy;dur=290", initiator: "beacon").Shows(330).Response().Culprit, CulpritKind.Idle, null, 324, Confidence.Inferred);

    [Test]
    public void ADebounceIsIdleTime()
    {
        var response = new EvidenceBuilder().Clicks().Fetches(306, 30, "db;dur=20").Shows(350).Response();
        AssertCulprit(response.Culprit, CulpritKind.Idle, null, 300, Confidence.Inferred);
    }

    [Test]
    public void ScriptThatRanWhileSomethingUnseenWasWaitedForIsNotKnownToHaveHeldItUp() => AssertCulprit(
        new EvidenceBuilder().Clicks().Runs(40, 170, invoker: "TimerHandler:setTimeout").Shows(320).Response().Culprit,
        CulpritKind.MainThread, null, 176, Confidence.Inferred);

    [Test]
    public void ADownloadBeforeAWaitForSomethingUnseenIsNotKnownToHaveHeldItUp() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(6, 10, "db;dur=10", download: 200).Shows(360).Response().Culprit,
        CulpritKind.Network, "download", 200, Confidence.Inferred);

    [Test]
    public void ScriptThatLedToTheChangeIsObserved() => AssertCulprit(
        new EvidenceBuilder().Clicks().Runs(120, 170, invoker: "TimerHandler:setTimeout").Shows(300).Response().Culprit,
        CulpritKind.MainThread, null, 176, Confidence.Observed);

    [Test]
    public void AHeavyRenderIsRendering() => AssertCulprit(
        new EvidenceBuilder().Clicks().Fetches(6, 30, "db;dur=20").Runs(44, 20, render: 400, invoker: "Response.json.then").Shows(466).Response().Culprit,
        CulpritKind.Rendering, null, 402, Confidence.Inferred);

    [TestCase(100, false)]
    [TestCase(100.1, true)]
    public void AWindowThatFeelsInstantHasNoCulprit(double ms, bool blamed) =>
        Assert.That(new EvidenceBuilder().Clicks().Shows(ms).Response().Culprit is not null, Is.EqualTo(blamed));

    [Test]
    public void NoComponentIsLongerThanTheStretchItIsIn()
    {
        var timeline = new EvidenceBuilder().Clicks(handlers: 200).Fetches(6, 400, "db;dur=300, cache;dur=100").Clicks(delay: 100, at: EvidenceBuilder.Click + 100, name: "pointerup").Shows(440).Response().Timeline;
        foreach (var server in timeline.Where(s => s.Components is not null))
            Assert.That(server.Components!.Sum(c => c.Ms), Is.EqualTo(server.Ms).Within(0.2));
    }

    internal static double Sum(IEnumerable<Segment> timeline, SegmentKind kind) => timeline.Where(s => s.Kind == kind).Sum(s => s.Ms);

    private static string Kinds(IEnumerable<Segment> timeline) => string.Join(' ', timeline.Select(s => s.Kind));

    private static void AssertCulprit(Culprit? culprit, CulpritKind kind, string? component, double ms, Confidence confidence, double within = 0.1)
    {
        Assert.That((culprit?.Kind, culprit?.Component, culprit?.Confidence), Is.EqualTo(((CulpritKind?)kind, component, (Confidence?)confidence)),
            string.Join('\n', culprit?.Evidence ?? []));
        Assert.That(culprit!.Ms, Is.EqualTo(ms).Within(within), string.Join('\n', culprit.Evidence));
    }
}
