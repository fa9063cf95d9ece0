using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Evidence;
using Synthetic.Core.Proving;
using Synthetic.Core.Proving.Arms;
using Synthetic.Core.Proving.Replaying;

namespace Synthetic.Tests.Proving;

public sealed class TreatmentTests
{
    private static readonly Gen<double?> Part = Gen.Frequency(
        (6, Gen.Choose(0, 9000).Select(t => (double?)(t / 10.0))), (1, Gen.Constant((double?)null)), (1, Gen.Elements<double?>(-5, 1e9)));

    private static readonly Gen<RecordedAnswer> Answers =
        from parts in Part.ArrayOf(5)
        from header in Gen.Elements("db;dur=350", "total;dur=400, db;dur=350, cache;dur=90", "payments;dur=30, payments.db;dur=20", "db;dur=1e9", "db", "", ",;=")
        from redirected in Gen.Elements<string?>(null, "https://shop.example/next")
        from thirdParty in Gen.Elements(true, false)
        select new RecordedAnswer
        {
            Url = Recorded.Shop,
            ThirdParty = thirdParty,
            Exchange = new NetworkExchange
            {
                Method = "GET",
                Url = Recorded.Shop,
                ResourceType = "fetch",
                ConnectStart = parts[0],
                ConnectEnd = parts[1],
                RequestStart = parts[2],
                ResponseStart = parts[3],
                ResponseEnd = parts[4],
                ServerTiming = [header],
                RedirectedTo = redirected,
            },
        };

    [Test]
    public void NoArmHoldsAnAnswerLongerThanItTookOrLessThanNotAtAll() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Answers.ToArbitrary(), answer =>
    {
        foreach (var kind in Enum.GetValues<ArmKind>())
        {
            var arm = Recorded.Arm(kind, "db") with { Requests = [answer.Key] };
            Assert.That(Treatment.Of(arm, answer).HoldMs, Is.InRange(0, answer.TotalMs), kind.ToString());
        }
        Assert.That(Treatment.Of(ArmPlan.Control, answer), Is.EqualTo(new Treatment(answer.TotalMs)));
    }));

    [TestCase("db;dur=350, cache;dur=5", "db", 350)]
    [TestCase("DB;dur=350", "db", 350)]
    [TestCase("total;dur=390, db;dur=350", "db", 350)]
    [TestCase("total;dur=390, db;dur=350", "app", 40)]
    [TestCase("total;dur=390, db;dur=350", "total", 0)]
    [TestCase("payments;dur=300, payments.db;dur=200", "payments", 300)]
    [TestCase("payments;dur=300, payments.db;dur=200", "payments.db", 0)]
    [TestCase("payments.db;dur=200", "payments.db", 200)]
    [TestCase("db;dur=300, cache;dur=300", "db", 0, Description = "the cache may have run all the while")]
    [TestCase("db;dur=9000", "db", 400)]
    [TestCase("db;dur=100, db;dur=50", "db", 150)]
    [TestCase("cache;dur=5", "db", 0)]
    [TestCase(null, "db", 0)]
    public void WithoutAComponentAnAnswerComesEarlierByJustWhatItsServersAccountGivesIt(string? header, string component, double earlier)
    {
        var answer = Recorded.Answer(header: header);
        Assert.That(answer.TotalMs - Treatment.Of(Recorded.Arm(ArmKind.WithoutComponent, component), answer).HoldMs, Is.EqualTo(earlier).Within(1e-9));
    }

    [TestCase(ArmKind.Baseline, 0)]
    [TestCase(ArmKind.Control, 0)]
    [TestCase(ArmKind.Processor, 0)]
    [TestCase(ArmKind.WithoutScript, 0)]
    [TestCase(ArmKind.ServerAtOnce, 400)]
    [TestCase(ArmKind.NetworkAtOnce, 145)]
    [TestCase(ArmKind.WithoutTransit, 50)]
    [TestCase(ArmKind.WithoutQueue, 20)]
    [TestCase(ArmKind.WithoutConnect, 60)]
    [TestCase(ArmKind.WithoutDownload, 15)]
    public void EachPartOfAnAnswerIsTakenAwayByItsArm(ArmKind kind, double earlier)
    {
        var answer = Recorded.Answer(header: "db;dur=350", queue: 20, connect: 60, wait: 400, download: 15);
        Assert.That(answer.TotalMs, Is.EqualTo(495));
        Assert.That(Treatment.Of(Recorded.Arm(kind), answer), Is.EqualTo(new Treatment(495 - earlier)));
    }

    [TestCase(null, 150)]
    [TestCase(MetricReading.Beside, 150)]
    [TestCase(MetricReading.Alone, 250)]
    public void AReadingOfTheServersMetricsSaysHowMuchEarlier(MetricReading? reading, double earlier)
    {
        var answer = Recorded.Answer(header: "total;dur=260, db;dur=250, cache;dur=100");
        var arm = Recorded.Arm(ArmKind.WithoutComponent, "db") with { Reading = reading };
        Assert.That(answer.TotalMs - Treatment.Of(arm, answer).HoldMs, Is.EqualTo(earlier).Within(1e-9));
    }

    [Test]
    public void AnAnswerThatItsPageLeftUnreadIsThereWithItsHeaders()
    {
        var answer = Recorded.Answer(header: "db;dur=350", download: 30);
        var unread = answer with { Exchange = answer.Exchange with { Error = "net::ERR_ABORTED" } };
        var givenUp = answer with { Exchange = unread.Exchange with { Status = null } };
        Assert.That((unread.LeftUnread, unread.NeverCame, givenUp.LeftUnread, givenUp.NeverCame), Is.EqualTo((true, false, false, true)));
        var download = answer with { Exchange = unread.Exchange with { ResourceType = "document" } };
        Assert.That((download.LeftUnread, download.NeverCame), Is.EqualTo((false, true)), "the page stays as it is");
        Assert.That(Treatment.Of(ArmPlan.Control, unread).HoldMs, Is.EqualTo(402), "when its headers came, not when it was given up");
        Assert.That(Treatment.Of(Recorded.Arm(ArmKind.WithoutComponent, "db"), unread).HoldMs, Is.EqualTo(52));
    }

    [TestCase(ArmKind.NetworkAtOnce, 0)]
    [TestCase(ArmKind.WithoutTransit, 5)]
    public void WhereAServerSaysNothingAllOfItsWaitIsTheNetworks(ArmKind kind, double held) =>
        Assert.That(Treatment.Of(Recorded.Arm(kind), Recorded.Answer()).HoldMs, Is.EqualTo(held));

    [Test]
    public void WithoutRedirectsOnlyWhatRedirectsIsAnsweredAtOnce()
    {
        var arm = Recorded.Arm(ArmKind.WithoutRedirects);
        Assert.That(Treatment.Of(arm, Recorded.Answer(redirectedTo: Recorded.Shop + "next")).HoldMs, Is.Zero);
        Assert.That(Treatment.Of(arm, Recorded.Answer()).HoldMs, Is.EqualTo(405));
    }

    [Test]
    public void ThirdPartiesAreAnsweredAtOnceOrRefusedAndTheOwnServerIsLeftAlone()
    {
        var answers = Recorded.Of(Recorded.Answer(), Recorded.Answer("https://pay.other/x"), Recorded.Answer("https://api.shop.example/y")).Answers;
        Assert.That(answers.Select(a => Treatment.Of(Recorded.Arm(ArmKind.ThirdPartiesAtOnce), a)), Is.EqualTo(new Treatment[] { new(405), new(0), new(405) }));
        Assert.That(
            answers.Select(a => Treatment.Of(Recorded.Arm(ArmKind.ThirdPartiesBlocked), a)),
            Is.EqualTo(new Treatment[] { new(405), new(0, Blocked: true), new(405) }));
    }

    [Test]
    public void OfSeveralIdenticalRequestsJustTheNamedOnesAreLeftOut()
    {
        var answers = Recorded.Gets("api/price", "api/stock", "api/price#top", "api/price").Answers;
        var arm = Recorded.Arm(ArmKind.WithoutRequests) with
        {
            Requests = [new("GET", Recorded.Shop + "api/price", 1), new("GET", Recorded.Shop + "api/price", 2), new("POST", Recorded.Shop + "api/stock", 0)],
        };
        Assert.That(answers.Select(a => Treatment.Of(arm, a).HoldMs), Is.EqualTo(new[] { 405.0, 405, 0, 0 }));
    }

    [Test]
    public void AnAddressLongerThanARecordHoldsIsKnownAgainByWhatTheRecordHolds()
    {
        var answer = Recorded.Gets("api?q=" + new string('x', 3000)).Answers[0];
        Assert.That(answer.Key.Url, Is.EqualTo(answer.Url[..2000]));
    }
}
