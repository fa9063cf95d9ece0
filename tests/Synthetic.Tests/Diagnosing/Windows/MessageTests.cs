using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Diagnosing.Windows;

/// <summary>A result that a message brought: each beside a request that ends 5 ms before its change.</summary>
public sealed class MessageTests
{
    [Test]
    public void TheMessageWhoseTaskMadeTheChangeBroughtItWhateverEndedLater()
    {
        var response = After(Message("websocket", sent: 5, received: 290, direct: true));
        Assert.That((response.Culprit!.Kind, response.Culprit.Component, response.Culprit.Url), Is.EqualTo((CulpritKind.Backend, "app", "wss://shop.example/hub")));
        Assert.That(response.Culprit.Evidence[0], Is.EqualTo("a message was sent over a WebSocket 5 ms after the input, and the one that brought the result came 290 ms after it"));
        Assert.That(response.Culprit.Ms, Is.EqualTo(285).Within(0.2));
        Assert.That(response.Path, Is.Empty);
    }

    [TestCase(290, "db", Description = "a request ended after it")]
    [TestCase(296, "app")]
    public void OneThatWasOnlyTheLatestBeforeTheChangeGivesWayToARequestThatEndedAfterIt(double received, string component) =>
        Assert.That(After(Message("websocket", sent: 5, received, direct: false)).Culprit!.Component, Is.EqualTo(component));

    [Test]
    public void OneLongBeforeTheChangeBroughtNothing() =>
        Assert.That(After(Message("websocket", sent: 5, received: 200, direct: false)).Culprit!.Component, Is.EqualTo("db"));

    [Test]
    public void WhatAServerPushesItTookFromTheInputOn()
    {
        var culprit = After(Message("eventsource", sent: null, received: 290, direct: true)).Culprit!;
        Assert.That((culprit.Kind, culprit.Component), Is.EqualTo((CulpritKind.Backend, "app")));
        Assert.That(culprit.Evidence[0], Does.StartWith("nothing was sent over an event stream after the input"));
    }

    [TestCase(MessageTransport.Worker)]
    [TestCase(MessageTransport.SharedWorker)]
    [TestCase(MessageTransport.ServiceWorker)]
    public void AWorkerComputes(string transport)
    {
        var culprit = After(Message(transport, sent: 5, received: 290, direct: true)).Culprit!;
        Assert.That((culprit.Kind, culprit.Component, culprit.Confidence), Is.EqualTo((CulpritKind.MainThread, "worker", Confidence.Inferred)));
        Assert.That(culprit.Evidence[0], Is.EqualTo("script ran for 285 ms in a worker, from the message that was sent to it to the one that came back of wss://shop.example/hub"));
    }

    [Test]
    public void OfAnotherFrameNothingTellsWhatItDid() =>
        Assert.That(After(Message("frame", sent: null, received: 290, direct: true)).Culprit!.Kind, Is.EqualTo(CulpritKind.Unknown));

    [Test]
    public void WhatAFrameAskedForMeanwhileIsWhatItsMessageWaitedFor()
    {
        var response = FromAFrame(document => document).Response();
        Assert.That((response.Culprit!.Component, response.Path!.Count), Is.EqualTo(("auth", 1)));
    }

    [Test]
    public void AFrameTellsItselfWhenItWasAskedAndWhatItDidThenStaysUnknown()
    {
        var culprit = FromAFrame(document => document with { Resources = [], Posted = [new(-300, Shop), new(712, "https://ads.example"), new(715, Shop), new(800, Shop)] }).Response().Culprit!;
        Assert.That(culprit.Kind, Is.EqualTo(CulpritKind.Unknown));
        Assert.That(culprit.Evidence[0], Does.Contain("a message was sent to https://pay.example (frame) 5 ms after the input, and the one that brought the result came 290 ms after it"));
    }

    [Test]
    public void WhatAServiceWorkerPassesOnIsThePagesOwnRequest()
    {
        var record = new EvidenceBuilder().Clicks().Fetches(10, 280, "db;dur=280", method: "GET").Shows(310)
            .NextDocument("https://shop.example/worker.js", 100)
            .Document(document => document with { Id = $"{DocumentEvidence.ServiceWorkerPrefix}1", Top = false })
            .Document(document => document with { Resources = [Entry(EvidenceBuilder.Page + "api/orders", 925, 1190), Entry(EvidenceBuilder.Page + "own", 925, 1190)] })
            .Record();
        Assert.That(record.Steps[0].Requests.Select(r => r.Url), Is.EquivalentTo((string[])[EvidenceBuilder.Page + "api/orders", EvidenceBuilder.Page + "own"]));
    }

    [Test]
    public void WhatWasSentBeforeTheInputAskedForSomethingElse() =>
        Assert.That(After(Message("websocket", sent: -500, received: 290, direct: true)).Culprit!.Evidence[0], Does.StartWith("nothing was sent over a WebSocket after the input"));

    [Test]
    public void AMessageFromBeforeTheInputBroughtNothing() =>
        Assert.That(After(Message("websocket", sent: null, received: -20, direct: true)).Culprit!.Component, Is.EqualTo("db"));

    private const string Shop = "https://shop.example";

    /// <summary>A result that a payment provider's frame posted 290 ms after the input, for which it had asked its server.</summary>
    private static EvidenceBuilder FromAFrame(Func<DocumentEvidence, DocumentEvidence> change) => new EvidenceBuilder()
        .Clicks()
        .Fetches(10, 280, "db;dur=280", method: "GET")
        .Shows(310)
        .Step(step => step with
        {
            ExpectationChangedMs = EvidenceBuilder.Click + 300,
            ExpectationMessage = new(MessageTransport.Frame, "https://pay.example", EvidenceBuilder.Click + 290, null, Direct: true),
        })
        .NextDocument("https://pay.example/card", 300)
        .Document(document => document with { Top = false, Resources = [Entry("https://pay.example/pay", 720, 985) with { ServerTiming = [new("auth", 260, "")] }] })
        .Document(change);

    private static ResourceTiming Entry(string url, double start, double end) => new()
    {
        Url = url,
        Initiator = "fetch",
        Start = start,
        FetchStart = start,
        RequestStart = start + 1,
        ResponseStart = end - 1,
        ResponseEnd = end,
        Status = 200,
    };

    private static ResponseWindow After(MessageEvidence message) => new EvidenceBuilder()
        .Clicks()
        .Fetches(10, 280, "db;dur=280", method: "GET")
        .Shows(310)
        .Step(step => step with { ExpectationChangedMs = EvidenceBuilder.Click + 300, ExpectationMessage = message })
        .Response();

    private static MessageEvidence Message(string transport, double? sent, double received, bool direct) =>
        new(transport, "wss://shop.example/hub", EvidenceBuilder.Click + received, EvidenceBuilder.Click + sent, direct);
}
