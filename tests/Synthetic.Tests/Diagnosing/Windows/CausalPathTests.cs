using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Diagnosing.Windows;

/// <summary>Results whose causes are known from an instrumented run, each beside requests that end later or in between.</summary>
public sealed class CausalPathTests
{
    private const string Orders = EvidenceBuilder.Page + "api/orders";
    private const string Decoy = EvidenceBuilder.Page + "ads?at=295";

    [Test]
    public void TheRequestOfTheChainIsThePathWhateverEndsLater()
    {
        var response = BesideADecoy().Step(Caused(Body(), Request(Orders), Input())).Response();
        Assert.That((response.PathSource, response.Culprit!.Component), Is.EqualTo((PathSource.Causes, "db")));
    }

    [Test]
    public void WithoutAChainTheLastToEndIsOnlyTakenForIt()
    {
        var response = BesideADecoy().Response();
        Assert.That((response.PathSource, response.Culprit!.Component, response.Culprit.Confidence), Is.EqualTo((PathSource.Order, "ads", Confidence.Inferred)));
        Assert.That(response.Culprit.Evidence[^1], Does.StartWith("that the result waited for it is told by its order alone"));
    }

    [Test]
    public void WhereNothingElseEndedNothingIsUnclear() =>
        Assert.That(new EvidenceBuilder().Clicks().Fetches(10, 280, "db;dur=280", url: Orders).Shows(310).Response().PathSource, Is.Null);

    [Test]
    public void ATimerOfTheChainIsNamed()
    {
        var response = BesideADecoy(orders: 50).Step(Caused(Timer(240), Body(), Request(Orders), Input())).Response();
        Assert.That((response.Culprit!.Kind, response.Culprit.Evidence[0]), Is.EqualTo((CulpritKind.Idle, "for 239 ms there was a timer of 240 ms, which the page had set")));
    }

    [Test]
    public void WhatRunsWhileATimerIsWaitedForTakesNothingFromIt()
    {
        var response = new EvidenceBuilder().Clicks().Runs(40, 170, invoker: "TimerHandler:setTimeout", type: "user-callback").Shows(330)
            .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 325 })
            .Step(Caused(new CauseLink { Kind = CauseLink.Timer, DelayMs = 310, AtMs = 5330, SetMs = 5010 }, new CauseLink { Kind = CauseLink.Input, AtMs = 5000 }))
            .Response();
        Assert.That((response.Culprit!.Kind, response.Culprit.Ms), Is.EqualTo((CulpritKind.Idle, 310)));
    }

    [Test]
    public void ARetryIsNamedAndBothOfItsRequestsAreThePath()
    {
        var response = new EvidenceBuilder().Clicks()
            .Fetches(5, 30, url: Orders, status: 503)
            .Fetches(240, 50, "db;dur=40", url: Orders)
            .Fetches(10, 280, "ads;dur=280", url: Decoy, method: "GET")
            .Shows(310).Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 300 })
            .Step(Caused(Body(), Request(Orders, 2), Timer(200), new CauseLink { Kind = "headers" }, Request(Orders), Input()))
            .Response();
        Assert.That(response.Path, Has.Count.EqualTo(2));
        Assert.That(response.Culprit!.Evidence[0], Does.Contain("a timer of 200 ms, before the page asked POST /api/orders again"));
    }

    [Test]
    public void ARequestThatIsSentAgainAfterAnotherIsNoRoundOfAPoll()
    {
        var response = new EvidenceBuilder().Clicks()
            .Fetches(5, 20, url: Orders, status: 401)
            .Fetches(40, 150, "auth;dur=150", url: EvidenceBuilder.Page + "token")
            .Fetches(210, 70, "db;dur=70", url: Orders)
            .Fetches(10, 282, "ads;dur=282", url: Decoy, method: "GET")
            .Shows(310).Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 300 })
            .Step(Caused(Body(), Request(Orders, 2), Body(), Request(EvidenceBuilder.Page + "token"), new CauseLink { Kind = "headers" }, Request(Orders), Input()))
            .Response();
        Assert.That((response.PathSource, response.Culprit!.Component), Is.EqualTo((PathSource.Causes, "auth")));
        Assert.That(response.Path, Has.Count.EqualTo(3));
    }

    [Test]
    public void OfTwoThatRaceTheOneThatHadNotAnsweredThisTimeIsNoCause()
    {
        var response = BesideADecoy(orders: 400).Step(Caused(Body(), Request(Orders), Input())).Response();
        Assert.That((response.PathSource, response.Culprit!.Component), Is.EqualTo(((PathSource?)null, "ads")), "nothing else had ended");
    }

    [Test]
    public void ATimerThatWasShorterThisTimeEndsWithWhatItLedTo()
    {
        var response = new EvidenceBuilder().Clicks()
            .Fetches(5, 30, url: Orders, status: 503, method: "GET")
            .Fetches(100, 50, "db;dur=40", url: Orders, method: "GET")
            .Runs(155, 140)
            .Shows(310).Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 300 })
            .Step(Caused(Body(), Get(Orders, 2), Timer(250), new CauseLink { Kind = "headers" }, Get(Orders), Input()))
            .Response();
        Assert.That((response.PathSource, response.Culprit!.Kind), Is.EqualTo((PathSource.Causes, CulpritKind.MainThread)));
    }

    [Test]
    public void WhatIsSentToOneAddressToBeDoneIsNoPoll()
    {
        var response = BesideADecoy(orders: 60).Fetches(80, 60, "report;dur=60", url: Orders).Fetches(150, 100, "db;dur=100", url: Orders)
            .Step(Caused(Body(), Request(Orders, 3), Body(), Request(Orders), Input())).Response();
        Assert.That(response.Path, Has.Count.EqualTo(2), "the one between was somebody else's");
    }

    [Test]
    public void APushAfterARequestIsKnownByOrderAsFarAsTheRequestGoes()
    {
        var pushed = new MessageEvidence("eventsource", "https://shop.example/events", EvidenceBuilder.Click + 299, null, Direct: true);
        var response = BesideADecoy().Step(s => s with { ExpectationMessage = pushed }).Response();
        Assert.That(response.PathSource, Is.EqualTo(PathSource.Order));
    }

    [Test]
    public void ANumberInTheQueryMayBeAnotherOneThisTime()
    {
        var response = BesideADecoy(url: Orders + "?nonce=1").Step(Caused(Body(), Request(Orders + "?nonce=2"), Input())).Response();
        Assert.That((response.PathSource, response.Culprit!.Component), Is.EqualTo((PathSource.Causes, "db")));
    }

    [Test]
    public void APollWhoseNumberIsAnotherOneThisTimeIsKnownByItsPath()
    {
        var response = BesideADecoy(orders: 5).Fetches(5, 10, url: Orders + "?job=1", method: "GET").Fetches(150, 10, url: Orders + "?job=1", method: "GET").Fetches(280, 10, url: Orders + "?job=1", method: "GET")
            .Step(Caused(Body(), Get(Orders + "?job=2", 2), Timer(130), Body(), Get(Orders + "?job=2"), Input())).Response();
        Assert.That((response.PathSource, response.Path!.Count), Is.EqualTo((PathSource.Causes, 3)), "it asked once more than in the instrumented run");
    }

    [Test]
    public void OfSeveralThatDifferOnlyThereNoneIsTaken() =>
        Assert.That(BesideADecoy(url: Orders + "?nonce=1").Fetches(20, 100, url: Orders + "?nonce=3")
            .Step(Caused(Body(), Request(Orders + "?nonce=2"), Input())).Response().PathSource, Is.EqualTo(PathSource.Order));

    [Test]
    public void AChainWhoseRequestThisRunDidNotMakeCountsForNothing() =>
        Assert.That(BesideADecoy().Step(Caused(Body(), Request(EvidenceBuilder.Page + "other"), Input())).Response().PathSource, Is.EqualTo(PathSource.Order));

    [Test]
    public void AChainThatDoesNotLeadToTheInputCountsForNothing() =>
        Assert.That(BesideADecoy().Step(Caused(Body(), Request(Orders))).Response().PathSource, Is.EqualTo(PathSource.Order));

    [Test]
    public void WorkThatNoRequestLedToHasNoPath()
    {
        var response = BesideADecoy().Runs(20, 270).Step(Caused(new CauseLink { Kind = "task", Count = 40 }, Input())).Response();
        Assert.That((response.PathSource, response.Culprit!.Kind), Is.EqualTo((PathSource.Causes, CulpritKind.MainThread)));
        Assert.That(response.Path, Is.Empty);
    }

    [Test]
    public void AMessageOfTheChainIsWaitedForThoughItsOwnTaskMadeNoChange()
    {
        var response = BesideADecoy()
            .Step(s => s with { ExpectationMessage = new MessageEvidence("websocket", "wss://shop.example/hub", EvidenceBuilder.Click + 260, EvidenceBuilder.Click + 5, Direct: false) })
            .Step(Caused(Timer(0), new CauseLink { Kind = CauseLink.Message, Method = "websocket", Url = "wss://shop.example/hub" }, Input()))
            .Response();
        Assert.That((response.PathSource, response.Culprit!.Component, response.Culprit.Url), Is.EqualTo((PathSource.Causes, "app", "wss://shop.example/hub")));
    }

    /// <summary>An order, and an analytics call with a large account of its own that ends 5 ms before the change.</summary>
    private static EvidenceBuilder BesideADecoy(double orders = 240, string url = Orders) => new EvidenceBuilder().Clicks()
        .Fetches(6, orders, $"db;dur={orders}", url: url)
        .Fetches(10, 280, "ads;dur=280", url: Decoy, method: "GET")
        .Shows(310).Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 300 });

    private static Func<StepEvidence, StepEvidence> Caused(params CauseLink[] links) => step => step with { Causes = links };

    private static CauseLink Input() => new() { Kind = CauseLink.Input };

    private static CauseLink Body() => new() { Kind = "body" };

    private static CauseLink Timer(double delay) => new() { Kind = CauseLink.Timer, DelayMs = delay };

    private static CauseLink Get(string url, int nth = 1) => Request(url, nth) with { Method = "GET" };

    private static CauseLink Request(string url, int nth = 1) => new() { Kind = CauseLink.Request, Method = "POST", Url = url, Nth = nth };
}
