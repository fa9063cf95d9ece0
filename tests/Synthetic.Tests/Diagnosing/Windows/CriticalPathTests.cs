using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Diagnosing.Windows;

/// <summary>What a result waited for, and what merely went on at the same time.</summary>
public sealed class CriticalPathTests
{
    private const string Image = EvidenceBuilder.Page + "picture.svg";

    [Test]
    public void AnImageThatIsTheResultIsOnThePath()
    {
        var response = new EvidenceBuilder().Clicks().Fetches(10, 250, "cdn;dur=240", url: Image, initiator: "img", method: "GET")
            .Shows(280).Step(s => s with { ExpectationImage = Image }).Response();

        Assert.That(response.Culprit!.Component, Is.EqualTo("cdn"));
        Assert.That(response.Path, Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void AnImageThatIsNotTheResultIsBeside()
    {
        var response = new EvidenceBuilder().Clicks().Fetches(10, 250, "cdn;dur=240", url: Image, initiator: "img", method: "GET")
            .Shows(280).Response();

        Assert.That(response.Culprit!.Kind, Is.EqualTo(CulpritKind.Idle));
        Assert.That(response.Path, Is.Empty);
        Assert.That(response.Beside.Single(), Is.EqualTo(new ConcurrentWork { RequestId = 1, StartMs = 10, Ms = 255 }));
    }

    [Test]
    public void OfTwoAnswersWithinAFrameTheOneBeforeTheChangeIsToBlame()
    {
        var builder = new EvidenceBuilder().Clicks().Fetches(5, 250, "auth;dur=240").Fetches(5, 262, "decoy;dur=255", url: EvidenceBuilder.Page + "api/decoy").Shows(275);
        Assert.That(builder.Response().Culprit!.Component, Is.EqualTo("decoy"), "the paint alone can't tell");

        var response = builder.Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 261 }).Response();
        Assert.That(response.Culprit!.Component, Is.EqualTo("auth"));
        Assert.That(response.Timeline[^1].Kind, Is.EqualTo(SegmentKind.Render));
    }

    [Test]
    public void OfTwoAnswersAtOnceTheOneAskedForLastIsToBlame()
    {
        var response = new EvidenceBuilder().Clicks().Fetches(5, 253.2, "decoy;dur=245", url: EvidenceBuilder.Page + "api/decoy").Fetches(5.5, 252, "auth;dur=240")
            .Shows(275).Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 264 }).Response();
        Assert.That(response.Culprit!.Component, Is.EqualTo("auth"));
    }

    [Test]
    public void AnAnswerThatCameWhileTheScriptOfTheChangeRanIsNotOnThePath()
    {
        var response = new EvidenceBuilder().Clicks().Fetches(5, 100, "db;dur=90").Runs(115, 200, invoker: "Response.json.then")
            .Fetches(5, 250, "decoy;dur=240", url: EvidenceBuilder.Page + "api/decoy").Shows(330)
            .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 315 }).Response();

        Assert.That(response.Path, Is.EqualTo(new[] { 1 }));
        Assert.That(response.Culprit!.Kind, Is.EqualTo(CulpritKind.MainThread));
    }

    [Test]
    public void AnAnswerThatCameWhileAnotherTaskRanIsOnThePath()
    {
        var response = new EvidenceBuilder().Clicks().Fetches(5, 200, "db;dur=190").Runs(180, 60, invoker: "TimerHandler:setTimeout", type: "user-callback").Shows(250)
            .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 240.6 }).Response();

        Assert.That(response.Path, Is.EqualTo(new[] { 1 }), "its turn came when the timer's had ended");
        Assert.That(response.Culprit!.Component, Is.EqualTo("db"));
    }

    [Test]
    public void WhatWaitedForHeadersOnlyDidNotWaitForTheBody()
    {
        var response = new EvidenceBuilder().Clicks().Fetches(5, 250, "auth;dur=240", download: 500).Shows(275)
            .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 259 }).Response();

        Assert.That(response.Path, Is.EqualTo(new[] { 1 }));
        Assert.That(response.Culprit!.Component, Is.EqualTo("auth"));
        Assert.That(response.Timeline.Sum(s => s.Ms), Is.EqualTo(275).Within(0.1));
    }

    [TestCase(265, "cdn")]
    [TestCase(300, null)]
    public void AStyleSheetIsWaitedForWhereTheChangeCameWithIt(double changed, string? component)
    {
        var response = new EvidenceBuilder().Clicks().Fetches(5, 250, "cdn;dur=240", initiator: "link", method: "GET").Shows(310)
            .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + changed }).Response();

        Assert.That(response.Culprit!.Component, Is.EqualTo(component));
    }

    [TestCase("fetch")]
    [TestCase("navigation")]
    public void APartOfAnAnswerIsWaitedForWhereNothingElseEndedSince(string initiator)
    {
        var response = new EvidenceBuilder().Clicks().Fetches(5, 50, "db;dur=45", download: 800, initiator: initiator).Shows(420)
            .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 410 }).Response();

        Assert.That(response.Path, Is.EqualTo(new[] { 1 }));
        Assert.That((response.Culprit!.Kind, response.Culprit.Component), Is.EqualTo((CulpritKind.Backend, "app")));
        Assert.That(response.Timeline.Sum(s => s.Ms), Is.EqualTo(420).Within(0.1));
    }

    [Test]
    public void AStreamThatBeganBeforeAnotherAnswerIsBeside()
    {
        var response = new EvidenceBuilder().Clicks().Fetches(5, 50, "live;dur=45", download: 800, url: EvidenceBuilder.Page + "live").Fetches(5, 380, "db;dur=370").Shows(420)
            .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 410 }).Response();

        Assert.That(response.Culprit!.Component, Is.EqualTo("db"));
        Assert.That(response.Path, Has.Count.EqualTo(1));
    }

    [Test]
    public void ARequestBeforeOneOfWhichOnlyHeadersWereWaitedForIsOnThePath()
    {
        var response = new EvidenceBuilder().Clicks().Fetches(5, 200, "db;dur=190").Fetches(212, 40, "auth;dur=30", download: 500).Shows(275)
            .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 256 }).Response();

        Assert.That(response.Path, Is.EqualTo(new[] { 1, 2 }));
        Assert.That(response.Culprit!.Component, Is.EqualTo("db"));
    }

    [Test]
    public void ANewPagesContentWaitedForAllThatItsFirstPaintDid()
    {
        var response = new EvidenceBuilder().Clicks().NextDocument(EvidenceBuilder.Page + "next", EvidenceBuilder.Click + 10)
            .Document(d => d with { FirstContentfulPaint = 330 })
            .Fetches(20, 290, "cdn;dur=280", change: r => r with { RenderBlocking = true }, url: EvidenceBuilder.Page + "style.css", initiator: "link", method: "GET")
            .Shows(340).Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 30 }).Response();

        Assert.That(response.Culprit!.Component, Is.EqualTo("cdn"));
    }

    [Test]
    public void ThePathNamesItsRequestsInTheirOrder()
    {
        var response = new EvidenceBuilder().Clicks().Fetches(5, 100, "db;dur=90").Fetches(115, 100, "db;dur=90").Fetches(50, 400)
            .Shows(230).Response();

        Assert.That(response.Path, Is.EqualTo(new[] { 1, 3 }));
        Assert.That(response.Beside.Select(b => b.RequestId), Is.EqualTo(new int?[] { 2 }), "still in flight: listed, not blamed");
    }

    [Test]
    public void ScriptThatRanDuringAWaitIsBeside()
    {
        var response = new EvidenceBuilder().Clicks().Fetches(6, 300, "db;dur=290").Runs(100, 80).Shows(320).Response();

        Assert.That(response.Beside.Single(), Is.EqualTo(new ConcurrentWork
        {
            StartMs = 100,
            Ms = 80,
            Detail = "BUTTON#order.onclick",
            Url = EvidenceBuilder.Page + "shop.js",
        }));
        Assert.That(response.Culprit!.Component, Is.EqualTo("db"));
    }

    [Test]
    public void ARequestThatOnlyTheNetworkSawIsPlacedWhereItMustHaveEnded()
    {
        // The driver heard of it 30 ms late, so that it seems to end after the paint.
        var response = new EvidenceBuilder().Clicks().Exchange(new NetworkExchange
        {
            Method = "GET",
            Url = EvidenceBuilder.Page + "api/from-a-worker",
            ResourceType = "fetch",
            Status = 200,
            StartMs = EvidenceBuilder.Click + 40,
            RequestStart = 1,
            ResponseStart = 261,
            ResponseEnd = 262,
            ServerTiming = ["db;dur=250"],
        }).Shows(280).Response();

        Assert.That(response.Culprit!.Component, Is.EqualTo("db"));
        Assert.That(response.Culprit.Ms, Is.EqualTo(250).Within(1));
    }

    [TestCase(0, 300, "app", Description = "it is still coming")]
    [TestCase(900, 300, "app", Description = "it has come later")]
    [TestCase(0, 30, null, Description = "a script that it brought had come just before")]
    public void WhatAPageInPiecesShowsWaitedForThePieceUnlessSomethingElseEndedJustBefore(double ended, double changed, string? component)
    {
        var response = new EvidenceBuilder().Clicks().NextDocument(EvidenceBuilder.Page + "next", EvidenceBuilder.Click + 5)
            .Document(d => d with
            {
                FirstContentfulPaint = 25,
                Navigation = new() { Url = EvidenceBuilder.Page + "next", Initiator = "navigation", FetchStart = 1, RequestStart = 2, ResponseStart = 8, ResponseEnd = ended },
            })
            .Fetches(15, 5, initiator: "script", url: EvidenceBuilder.Page + "shop.js", method: "GET")
            .Shows(changed + 15).Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + changed + 5 }).Response();

        Assert.That(response.Culprit?.Component, Is.EqualTo(component));
        Assert.That(response.Path!, Has.Count.EqualTo(component is null ? 2 : 1));
    }

    [Test]
    public void APageThatWasComingBeforeTheInputBroughtNothingForIt() =>
        Assert.That(new EvidenceBuilder().Clicks().Document(d => d with
        {
            Navigation = new() { Url = EvidenceBuilder.Page, Initiator = "navigation", FetchStart = 1, RequestStart = 2, ResponseStart = 8, ResponseEnd = 0 },
        }).Shows(310).Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 300 }).Response().Path, Is.Empty);

    [Test]
    public void AResponseThatEndsInALongFrameIsAsPreciseAsThatFrame()
    {
        var builder = new EvidenceBuilder().Clicks().Runs(100, 150, render: 150).Shows(300);
        Assert.That(builder.Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 250 }).Response().PrecisionMs, Is.EqualTo(100));
        Assert.That(builder.Shows(405).Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 402 }).Response().PrecisionMs, Is.EqualTo(16));
    }

    [Test]
    public void TheLedgerAddsUpWhoHeldTheMainThread()
    {
        var step = new EvidenceBuilder().Clicks().Runs(10, 100).Runs(200, 60, render: 40)
            .Runs(400, 90, pause: 80, invoker: "Window.fetch.then").Fetches(300, 90).Shows(600).Record().Steps[0];

        Assert.That(step.MainThread.Select(m => (m.Invoker, m.Ms, m.Count, m.RequestId)), Is.EqualTo(new (string?, double, int, int?)[]
        {
            ("BUTTON#order.onclick", 160, 2, null),
            (null, 40, 1, null),
            ("Window.fetch.then", 10, 1, 1),
        }));
        Assert.That(step.MainThread[0].BlockingMs, Is.EqualTo(60));
    }
}
