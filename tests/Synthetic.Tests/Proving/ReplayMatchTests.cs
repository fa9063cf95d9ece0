using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Proving.Replaying;

namespace Synthetic.Tests.Proving;

public sealed class ReplayMatchTests
{
    private const string Shop = Recorded.Shop;

    private static readonly Gen<string> Path = Gen.Elements("api/orders", "api/orders/17", "api/orders/18", "api/price?sku=1", "api/price?sku=2", "api/price?sku=2&_=99", "")
        .Select(path => Shop + path);

    private static readonly Gen<(string Method, string Url, string? Sent)> Asked =
        from method in Gen.Elements("GET", "POST") from url in Path from sent in Gen.Elements<string?>(null, "a", "b") select (method, url, sent);

    [TestCase("api?sku=1&_=111", "api?sku=1&_=222", TestName = "a nonce in the query")]
    [TestCase("api?a=1&b=2", "api?b=2&a=1", TestName = "a shuffled query")]
    [TestCase("api?a=1", "api?a=1&more=2", TestName = "a parameter more")]
    [TestCase("orders/17/lines", "orders/18/lines", TestName = "a number in the path")]
    [TestCase("carts/8f3a-11ab", "carts/90cc-77de", TestName = "an id in the path")]
    public void WhatTwoRunsDifferInIsCloseAndNoMore(string recorded, string asked)
    {
        var taken = new ReplayMatch(Recorded.Gets(recorded)).Take("GET", Shop + asked, null);
        Assert.That((taken?.Answer.Url, taken?.Exact), Is.EqualTo((Shop + recorded, false)));
    }

    [TestCase("GET", "https://shop.example/api/stock", TestName = "another name in the path")]
    [TestCase("GET", "https://shop.example/api/price/7", TestName = "a longer path")]
    [TestCase("GET", "https://other.example/api/price", TestName = "another host")]
    [TestCase("GET", "http://shop.example/api/price", TestName = "another scheme")]
    [TestCase("GET", "https://shop.example:8443/api/price", TestName = "another port")]
    [TestCase("POST", "https://shop.example/api/price", TestName = "another method")]
    public void WhatCannotMeanTheSameGetsNoAnswer(string method, string url) =>
        Assert.That(new ReplayMatch(Recorded.Gets("api/price")).Take(method, url, null), Is.Null);

    [Test]
    public void AFragmentIsNoPartOfAnAddressAndAMethodNoMatterOfCase()
    {
        var taken = new ReplayMatch(Recorded.Gets("api/price")).Take("get", Shop + "api/price#top", null);
        Assert.That(taken?.Exact, Is.True);
    }

    [Test]
    public void AChangedBodyIsCloseAndTheRightBodyIsTakenFirst()
    {
        var match = new ReplayMatch(Recorded.Of(Recorded.Answer(sent: "{\"q\":1}"), Recorded.Answer(sent: "{\"q\":2}")));
        Assert.That(Take(match, "{\"q\":2}"), Is.EqualTo(("{\"q\":2}", true)));
        Assert.That(Take(match, "{\"q\":3}"), Is.EqualTo(("{\"q\":1}", false)));

        static (string?, bool) Take(ReplayMatch match, string sent)
        {
            var taken = match.Take("POST", Shop + "api/orders", sent);
            return (taken?.Answer.Sent, taken!.Value.Exact);
        }
    }

    [Test]
    public void TheNearestAddressWins()
    {
        var match = new ReplayMatch(Recorded.Gets("p/1?a=1", "p/2?a=2&b=3", "p/2?a=9&b=9"));
        Assert.That(match.Take("GET", Shop + "p/2?a=2&b=4", null)?.Answer.Url, Is.EqualTo(Shop + "p/2?a=2&b=3"));
        Assert.That(match.Take("GET", Shop + "p/7?a=1", null)?.Answer.Url, Is.EqualTo(Shop + "p/1?a=1"));
    }

    [Test]
    public void EachAnswerIsGivenOnceInTheirOrderAndTheLastOneAgain()
    {
        var match = new ReplayMatch(Recorded.Of([.. new[] { "pending", "pending", "done" }.Select(header => Recorded.Answer(Shop + "api/status", "GET", header: header))]));
        var given = Enumerable.Range(0, 5).Select(_ => match.Take("GET", Shop + "api/status", null)!.Value).ToArray();
        Assert.That(given.Select(g => g.Answer.Exchange.ServerTiming[0]), Is.EqualTo(new[] { "pending", "pending", "done", "done", "done" }));
        Assert.That(given.Select(g => g.Exact), Is.EqualTo(new[] { true, true, true, false, false }));
    }

    [Test]
    public void RequestsWithNoncesGetTheirAnswersOneAfterTheOther()
    {
        var match = new ReplayMatch(Recorded.Gets("api?_=1", "api?_=2"));
        Assert.That(Enumerable.Range(7, 2).Select(n => match.Take("GET", $"{Shop}api?_={n}", null)?.Answer.Url), Is.EqualTo(new[] { Shop + "api?_=1", Shop + "api?_=2" }));
    }

    [Test]
    public void ARequestAskedTwiceDoesNotTakeTheAnswerOfItsNeighbour()
    {
        var match = new ReplayMatch(Recorded.Gets("price?sku=1", "price?sku=2"));
        string[] asked = ["price?sku=1", "price?sku=1", "price?sku=2"];
        Assert.That(asked.Select(a => match.Take("GET", Shop + a, null)?.Answer.Url), Is.EqualTo(asked.Select(a => Shop + a)));
    }

    [Test]
    public void OddAddressesAreComparedAsText()
    {
        var match = new ReplayMatch(Recorded.Of(Recorded.Answer("data:text/plain,1", "GET"), Recorded.Answer("https://shop.example", "GET")));
        Assert.That(match.Take("GET", "https://shop.example", null)?.Exact, Is.True);
        Assert.That(match.Take("GET", "data:text/plain,1", null)?.Exact, Is.True);
        Assert.That(match.Take("GET", "", null), Is.Null);
        Assert.That(match.Take("GET", "?", null), Is.Null);
    }

    [Test]
    public void WhatWasRecordedGetsItsOwnAddressAndNothingGetsAnotherMethodsAnswer() => ForAll((recorded, asked) =>
    {
        var match = new ReplayMatch(Of(recorded));
        foreach (var (method, url, sent) in asked)
        {
            var taken = match.Take(method, url, sent);
            Assert.That(taken?.Answer.Exchange.Method ?? method, Is.EqualTo(method));
            if (recorded.Contains((method, url, sent)))
                Assert.That((taken?.Answer.Url, taken?.Answer.Sent), Is.EqualTo((url, sent)));
            else if (recorded.Any(r => r.Method == method && r.Url == url))
                Assert.That(taken?.Answer.Url, Is.EqualTo(url));
            if (taken is { Exact: true })
                Assert.That((taken.Value.Answer.Url, taken.Value.Answer.Sent), Is.EqualTo((url, sent)));
        }
    });

    [Test]
    public void AStepThatRepeatsItselfFindsEveryAnswerOnceInWhateverOrder() => ForAll((recorded, _) =>
    {
        var match = new ReplayMatch(Of(recorded));
        var taken = recorded.Reverse().Select(r => match.Take(r.Method, r.Url, r.Sent)!.Value).ToArray();
        Assert.That(taken.All(t => t.Exact), Is.True);
        Assert.That(taken.Select(t => t.Answer).Distinct(ReferenceEqualityComparer.Instance).Count(), Is.EqualTo(recorded.Length));
    });

    private static Recording Of((string Method, string Url, string? Sent)[] requests) =>
        Recorded.Of([.. requests.Select(r => Recorded.Answer(r.Url, r.Method, r.Sent))]);

    private static void ForAll(Action<(string Method, string Url, string? Sent)[], (string Method, string Url, string? Sent)[]> holds)
    {
        var some = Gen.Choose(0, 8).SelectMany(count => Asked.ArrayOf(count));
        var both = from recorded in some from asked in some select (recorded, asked);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(both.ToArbitrary(), x => holds(x.recorded, x.asked)));
    }
}
