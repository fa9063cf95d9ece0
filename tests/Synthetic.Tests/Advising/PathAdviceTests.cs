using Synthetic.Core.Evidence;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Advising;

/// <summary>Requests that a response waited for: at once, once, earlier, sooner.</summary>
public sealed class PathAdviceTests
{
    private const string Page = EvidenceBuilder.Page;
    private static readonly string[] Checks = ["api/checks/stock", "api/checks/tax", "api/checks/fraud"];
    private static readonly string[] Prices = ["api/price?of=1", "api/price?of=1", "api/price?of=1"];

    [Test]
    public void RequestsInARowCouldGoTogether() =>
        Click().Row(Checks).Fetches(150, 40, "db;dur=38").Shows(210).AssertSays(
            "parallelize", 90,
            "Send GET /api/checks/stock, GET /api/checks/tax and GET /api/checks/fraud together, if they do not need each other's answers: "
            + "one after the other they took 135 ms of the 210 ms response (64 %), the longest of them 45 ms");

    [Test]
    public void ManyAreNamedByTheFirstAndSixGoAtATime()
    {
        var advice = Click().Row([.. Enumerable.Range(1, 12).Select(i => $"api/checks/c{i}")]).Shows(600).Advice("parallelize").Single();
        Assert.That(advice.Text, Does.StartWith("Send GET /api/checks/c1, GET /api/checks/c2 and 10 more together, if"));
        Assert.That(advice.SavingMs, Is.EqualTo((12 * 45) - 90).Within(0.1), "twelve over six connections take two rounds");
    }

    [Test]
    public void WhatOverlapsAlreadyIsNotInARow() => Click().Row(Checks, gap: -30).Shows(210).AssertSilent("parallelize");

    [Test]
    public void WhatWaitsForATimerIsNotInARow() => Click().Row(Checks, gap: 60).Shows(300).AssertSilent("parallelize");

    [Test]
    public void WhatWritesKeepsItsOrder() => Click().Row(Checks, method: "POST").Shows(210).AssertSilent("parallelize");

    [Test]
    public void AListAndThenSomethingInItDependOnEachOther() =>
        Click().Row(["api/orders", "api/orders/42"]).Shows(120).AssertSilent("parallelize");

    [Test]
    public void WhatTheBrowserLoadsAndWhatAScriptFetchesAreNotInARow() =>
        Click().Row(["a.js"], initiator: "script").Row(["api/b"], from: 54).Shows(120).AssertSilent("parallelize");

    [Test]
    public void AFailedRequestTellsNothingOfTheNext() =>
        Click().Fetches(6, 60, url: Page + "api/a", method: "GET", status: 500).Row(["api/b"], from: 73).Shows(140).AssertSilent("parallelize");

    [Test]
    public void WhatOnlyTheNetworkSawBeganTooVaguelyToFollow() =>
        Click().Exchange(Seen("api/a", 1016)).Exchange(Seen("api/b", 1120)).Shows(250).AssertSilent("parallelize");

    [Test]
    public void ARedirectIsNotInARowWithItsTarget() =>
        Click()
            .Exchange(new NetworkExchange { Method = "GET", Url = Page + "old", ResourceType = "fetch", Status = 302, StartMs = 1016, RequestStart = 1, ResponseStart = 90, ResponseEnd = 90, RedirectedTo = Page + "new" })
            .Fetches(96, 90, "db;dur=88", url: Page + "new", method: "GET", change: r => r with { Url = Page + "old", Start = 1016, RedirectStart = 1016, RedirectEnd = 1106 })
            .Shows(220).AssertSilent("parallelize");

    [Test]
    public void IdenticalRequestsNeedOneAnswer()
    {
        var evidence = Click().Row(Prices).Shows(160);
        evidence.AssertSays(
            "memoize", 90,
            "Keep the answer of GET /api/price instead of asking again, if it can't have changed: it had been asked for already, and the page wrote nothing to its host since; "
            + "the 2 repeats took 90 ms of the 160 ms response (56 %)");
        evidence.AssertSilent("parallelize");
    }

    [Test]
    public void WhatAnEarlierStepAskedForCountsToo()
    {
        var record = Click().Row(["api/price"]).Shows(60).NextStep("Again", 2000).Step(s => s with { Expects = true, ExpectationPaintedMs = 2240 })
            .Clicks(at: 2010, id: 8).Fetches(1006, 200, "db;dur=190", url: Page + "api/price", method: "GET").Record();
        Assert.That(record.Steps[0].Advice, Is.Empty);
        Assert.That(record.Steps[1].Advice.Single(), Has.Property("Kind").EqualTo("memoize").And.Property("SavingMs").EqualTo(205.0).Within(0.1));
        Assert.That(record.Steps[1].Advice[0].Text, Does.Contain("the repeat took 205 ms of the 230 ms response (89 %)"));
    }

    [Test]
    public void ANewPageNeedsTheBrowsersCache()
    {
        var record = Click().Row(["api/price"]).Shows(60).NextStep("Again", 2000).Step(s => s with { Expects = true, ExpectationPaintedMs = 2240 })
            .NextDocument(Page + "next", 1900).Clicks(at: 2010, id: 8).Fetches(1006, 200, "db;dur=190", url: Page + "api/price", method: "GET").Record();
        Assert.That(record.Steps[1].Advice.Single().Text, Does.StartWith("Let the browser keep the answer of GET /api/price (Cache-Control), if"));
    }

    [Test]
    public void AnotherQueryIsAnotherRequest() => Click().Row(["api/price?of=1", "api/price?of=2"]).Shows(120).AssertSilent("memoize");

    [Test]
    public void AfterAWriteTheAnswerMayBeAnother() =>
        Click().Row(["api/cart"]).Row(["api/add"], from: 54, method: "POST").Row(["api/cart"], from: 102).Shows(160).AssertSilent("memoize");

    [Test]
    public void RepeatedWritesAreNeverKept() => Click().Row(Prices, method: "POST").Shows(160).AssertSilent("memoize");

    [Test]
    public void APollWaitsForAnotherAnswer() => Click().Row(Prices, gap: 100).Shows(360).AssertSilent("memoize");

    [Test]
    public void RepeatsThatNothingWaitedForCostNothing() =>
        Click().Fetches(6, 300, "db;dur=290", url: Page + "api/slow", method: "GET").Row(Prices).Shows(320).AssertSilent("memoize");

    [Test]
    public void AskedForAtTheSameTimeTheFirstAnswerIsNotThereYet() =>
        Click().Fetches(6, 200, "db;dur=190", url: Page + "api/p", method: "GET").Fetches(7, 202, "db;dur=190", url: Page + "api/p", method: "GET").Shows(220).AssertSilent("memoize");

    [Test]
    public void AConnectionCouldHaveBeenOpenBeforeTheClick() =>
        Pay(connect: 150).AssertSays(
            "preconnect", 150,
            "Open the connection to https://pay.example before the click on #order, say by <link rel=\"preconnect\">: "
            + "setting it up took 150 ms of the 270 ms response (56 %), and POST /charge waited for it");

    [Test]
    public void AQuickConnectionIsNothingToOpenEarlier() => Pay(connect: 12).AssertSilent("preconnect");

    [Test]
    public void APageThatCameWithTheClickCouldNotConnectBeforeIt()
    {
        var late = Click().NextDocument(Page + "next", EvidenceBuilder.Click + 5)
            .Fetches(10, 90, "db;dur=88", r => r.Connecting(150), url: "https://pay.example/charge").Shows(270);
        late.AssertSilent("preconnect");
    }

    [Test]
    public void AHostThatAnEarlierPageAskedWasKnown()
    {
        var late = Click().Fetches(-500, 20, url: "https://pay.example/methods").NextDocument(Page + "next", EvidenceBuilder.Click + 5)
            .Fetches(10, 90, "db;dur=88", r => r.Connecting(150), url: "https://pay.example/charge").Shows(270);
        Assert.That(late.Advice("preconnect").Single().SavingMs, Is.EqualTo(150).Within(0.05));
    }

    [Test]
    public void WithAConnectionInUseOneMoreWasNeeded() =>
        Click().Fetches(1, 300, "db;dur=5", url: "https://pay.example/poll", initiator: "beacon")
            .Fetches(6, 90, "db;dur=88", r => r.Connecting(150), url: "https://pay.example/charge").Shows(270).AssertSilent("preconnect");

    [Test]
    public void WhoQueuesBehindManyIsToGoFirst()
    {
        var evidence = Pictures(7).Fetches(6, 40, "db;dur=38", queue: 160, url: Page + "api/orders").Shows(220);
        evidence.AssertSays(
            "fetch-priority", 160,
            "Send POST /api/orders before the others (fetchpriority, or later for those that nobody waits for), or serve shop.example over HTTP/2: "
            + "it queued for 160 ms of the 220 ms response (73 %) behind 7 requests to the same host, of which HTTP/1.1 lets 6 go at a time");
    }

    [Test]
    public void AQueueOfTwoMillisecondsIsNone() => Pictures(7).Fetches(6, 140, "db;dur=38", queue: 2).Shows(220).AssertSilent("fetch-priority");

    [Test]
    public void BehindThreeOthersSomethingElseMadeItWait() => Pictures(3).Fetches(6, 40, "db;dur=38", queue: 160).Shows(220).AssertSilent("fetch-priority");

    [Test]
    public void OthersToAnotherHostAreNotInItsWay() =>
        Pictures(7, "https://cdn.example/").Fetches(6, 40, "db;dur=38", queue: 160).Shows(220).AssertSilent("fetch-priority");

    [Test]
    public void WhatPeopleFeelAsInstantNeedsNoAdvice() =>
        Assert.That(Click().Row(["api/a", "api/b"], gap: 0).Shows(99).Record().Steps[0].Advice, Is.Empty);

    private static EvidenceBuilder Click() => new EvidenceBuilder().Clicks();

    private static NetworkExchange Seen(string path, double start) => new()
    {
        Method = "GET",
        Url = Page + path,
        ResourceType = "fetch",
        Status = 200,
        StartMs = start,
        RequestStart = 1,
        ResponseStart = 98,
        ResponseEnd = 100,
        ServerTiming = ["db;dur=90"],
    };

    private static EvidenceBuilder Pay(double connect) =>
        Click().Fetches(6, 90, "db;dur=88", r => r.Connecting(connect), url: "https://pay.example/charge").Shows(120 + connect);

    private static EvidenceBuilder Pictures(int count, string host = Page)
    {
        var evidence = Click();
        for (var i = 0; i < count; i++)
            evidence.Fetches(2, 155, url: $"{host}{i}.png", initiator: "img", method: "GET");
        return evidence;
    }
}
