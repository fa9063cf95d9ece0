using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Arms;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Proving;

public sealed class ArmPlanTests
{
    private const string Script = Recorded.Shop + "static/cart.js";

    [TestCase(CulpritKind.Backend, "db", "without db", ArmKind.WithoutComponent, "db")]
    [TestCase(CulpritKind.Backend, null, "without app", ArmKind.WithoutComponent, "app")]
    [TestCase(CulpritKind.Network, "transit", "without transit", ArmKind.WithoutTransit, "transit")]
    [TestCase(CulpritKind.Network, "connect", "without connect", ArmKind.WithoutConnect, "connect")]
    [TestCase(CulpritKind.Network, "download", "without download", ArmKind.WithoutDownload, "download")]
    [TestCase(CulpritKind.Network, "redirect", "without redirect", ArmKind.WithoutRedirects, "redirect")]
    [TestCase(CulpritKind.Queue, null, "without queue", ArmKind.WithoutQueue, "queue")]
    [TestCase(CulpritKind.MainThread, null, "CPU 2 times slower", ArmKind.Processor, "main thread")]
    [TestCase(CulpritKind.Rendering, null, "CPU 2 times slower", ArmKind.Processor, "main thread")]
    public void EachSuspectIsTakenAwayByOneArm(CulpritKind kind, string? component, string name, ArmKind arm, string removed)
    {
        var arms = Blamed.Arms(Blamed.Step(Blamed.Culprit(kind, component)));
        Assert.That(arms.Select(a => (a.Name, a.Kind, a.Removed)), Is.EqualTo(new[] { (name, arm, removed) }));
        Assert.That(CauseTable.Of(new(kind, component)).DecidedBy, Is.EqualTo(arm));
    }

    [Test]
    public void WhereNobodyIsNamedServerAndProcessorAreTried() =>
        Assert.That(Names(Blamed.Step(Blamed.Culprit(CulpritKind.Unknown))), Is.EqualTo(new[] { "server at once", "CPU 2 times slower" }));

    [Test]
    public void AWaitInWhichNothingRunsMayBeWorkTooShortToBeReported() =>
        Assert.That(Names(Blamed.Step(Blamed.Culprit(CulpritKind.Idle))), Is.EqualTo(new[] { "CPU 2 times slower" }));

    [TestCase(1, "CPU 2 times slower", 2)]
    [TestCase(4, "CPU not slowed", 1)]
    public void TheProcessorsArmIsTheOtherSpeedThanTheScenariosOwn(double usual, string name, double rate)
    {
        var arm = Blamed.Arms(Blamed.Step(Blamed.Culprit(CulpritKind.MainThread)), usual).Single();
        Assert.That((arm.Name, arm.CpuRate, arm.UsualCpuRate), Is.EqualTo((name, (double?)rate, (double?)usual)));
    }

    [TestCase(Script, "without cart.js")]
    [TestCase(Script + "?v=3", "without cart.js")]
    [TestCase(Recorded.Shop + "static/", "without /static/")]
    public void AScriptWithAFileOfItsOwnIsLeftOut(string url, string name)
    {
        var arms = Blamed.Arms(Blamed.Step(null, Blamed.Culprit(CulpritKind.MainThread, url: url)));
        Assert.That(arms.Select(a => a.Name), Is.EqualTo(new[] { "CPU 2 times slower", name }));
        Assert.That(arms[1].Removed, Is.EqualTo(url));
    }

    [TestCase(Recorded.Shop + "cart?step=2", TestName = "inline in the page")]
    [TestCase("about:blank", TestName = "inline in an empty document")]
    public void AnInlineScriptCannotBeLeftOutWithoutItsPage(string url)
    {
        var step = Blamed.Step(null, Blamed.Culprit(CulpritKind.MainThread, url: url));
        var record = EvidenceBuilder.Header with { Pages = [new PageResult { Url = Recorded.Shop + "cart", Navigation = "hard" }] };
        Assert.That(Blamed.Arms(step, record: record).Select(a => a.Kind), Is.EqualTo(new[] { ArmKind.Processor }));
    }

    [TestCase(true, true, true)]
    [TestCase(true, false, false)]
    public void ThirdPartiesAreRefusedWhereTheBlamedRequestsAreAllTheirs(bool first, bool second, bool refused)
    {
        var step = Blamed.Step(Blamed.Culprit(CulpritKind.Network, "transit", requests: [1, 2])) with
        {
            Requests = [Blamed.Request(1, thirdParty: first), Blamed.Request(2, thirdParty: second), Blamed.Request(3)],
        };
        Assert.That(Blamed.Arms(step).Any(a => a is { Name: "third parties blocked", Kind: ArmKind.ThirdPartiesBlocked, Removed: "third parties" }), Is.EqualTo(refused));
    }

    [Test]
    public void TheLargestOtherComponentsAreTriedTooWhereTheyWouldStandOut()
    {
        var step = Blamed.Step(
            Blamed.Culprit(CulpritKind.Backend, "db"), null,
            new("db", 150), new("DB", 50), new("cache", 80), new("search", 100), new("mail", 76), new("log", 74));
        Assert.That(Names(step), Is.EqualTo(new[] { "without db", "without search" }), "two at most, the blamed one being one of them");
    }

    [TestCase("total;dur=303, pricing;dur=290, stock;dur=100", "without pricing, beside; without pricing, alone; without stock, alone")]
    [TestCase("total;dur=303, pricing;dur=290, stock;dur=280", "without pricing, alone; without stock, alone", Description = "beside the other each takes nothing: the control")]
    [TestCase("total;dur=393, pricing;dur=290, stock;dur=100", "without pricing; without stock")]
    [TestCase("total;dur=303, pricing;dur=290, stock;dur=16", "without pricing", Description = "less than a frame between the readings")]
    public void AComponentThatMayHaveRunBesideOthersIsTriedByTheExtremeReadings(string header, string names)
    {
        var account = Core.Diagnosing.Requests.ServerAccount.Of(Core.ServerTiming.ServerTimingHeader.Parse(header), 400);
        var step = Blamed.Step(Blamed.Culprit(CulpritKind.Backend, "pricing", 290), null, [.. account.Components.Where(c => c.Name != "app")]) with
        {
            Requests = [Blamed.Request(1, ttfb: 400, header: header)],
        };
        Assert.That(string.Join("; ", Names(step)), Is.EqualTo(names));
        Assert.That(Blamed.Arms(step).Select(a => a.Reading?.ToString().ToLowerInvariant()), Is.EqualTo(names.Split("; ").Select(n => n.Contains(',', StringComparison.Ordinal) ? n.Split(", ")[1] : null)));
    }

    [Test]
    public void WhereASuspectIsClearedOnlyWhatAComponentSavesForCertainIsTried()
    {
        var step = Blamed.Step(null) with { Requests = [Blamed.Request(1, ttfb: 310, header: "total;dur=303, pricing;dur=290, stock;dur=100")] };
        Assert.That(new ArmPlan(step, EvidenceBuilder.Header, 1).Further().Select(a => a.Name).Where(n => n.StartsWith("without", StringComparison.Ordinal)), Is.EqualTo(new[] { "without pricing, beside" }));
    }

    [Test]
    public void NothingIsTriedTwice()
    {
        var db = Blamed.Culprit(CulpritKind.Backend, "db");
        Assert.That(Names(Blamed.Step(db, db, new SegmentComponent("db", 350))), Is.EqualTo(new[] { "without db" }));
        Assert.That(Names(Blamed.Step(db, db with { Component = "DB" })), Is.EqualTo(new[] { "without DB" }));
        var busy = Blamed.Culprit(CulpritKind.MainThread);
        Assert.That(Names(Blamed.Step(busy with { Kind = CulpritKind.Rendering }, busy)), Is.EqualTo(new[] { "CPU 2 times slower" }));
    }

    [Test]
    public void DifferentThingsOfOneNameAreBothTriedAndToldApart()
    {
        var step = Blamed.Step(Blamed.Culprit(CulpritKind.Queue), Blamed.Culprit(CulpritKind.Backend, "queue"));
        Assert.That(Blamed.Arms(step).Select(a => (a.Name, a.Kind)), Is.EqualTo(new[]
        {
            ("without queue", ArmKind.WithoutComponent), ("without queue (2)", ArmKind.WithoutQueue),
        }));
        var files = Blamed.Step(
            Blamed.Culprit(CulpritKind.MainThread, url: Recorded.Shop + "a/app.js"), Blamed.Culprit(CulpritKind.MainThread, url: Recorded.Shop + "b/app.js"));
        Assert.That(Names(files), Is.EqualTo(new[] { "CPU 2 times slower", "without app.js", "without app.js (2)" }));
    }

    [Test]
    public void RepeatsThatAnAnswerCouldBeKeptForAreAnsweredAtOnce()
    {
        var step = Advising(new Advice("memoize", "Keep it", 200) { RequestIds = [2, 4] });
        var arm = Blamed.Arms(step)[^1];
        Assert.That((arm.Name, arm.Kind, arm.Removed), Is.EqualTo(("without 2 repeats", ArmKind.WithoutRequests, "memoize")));
        Assert.That(arm.Requests, Is.EqualTo(new RequestKey[] { new("GET", Recorded.Shop + "price", 1), new("GET", Recorded.Shop + "price", 2) }));
    }

    [Test]
    public void OfARowThatIsSentAtOnceTheLongestIsStillWaitedFor()
    {
        var step = Advising(new Advice("parallelize", "Send them together", 200) { RequestIds = [1, 3, 4] });
        var arm = Blamed.Arms(step)[^1];
        Assert.That((arm.Name, arm.Removed), Is.EqualTo(("3 requests together", "parallelize")));
        Assert.That(arm.Requests, Is.EqualTo(new RequestKey[] { new("GET", Recorded.Shop + "price", 0), new("GET", Recorded.Shop + "price", 2) }));
    }

    [Test]
    public void AdviceAboutNoRequestsOrUnknownOnesIsNotTried()
    {
        Assert.That(Names(Advising(new Advice("trim-header", "Trim it", null))), Is.EqualTo(new[] { "without db" }));
        Assert.That(Names(Advising(new Advice("memoize", "Keep it", 1) { RequestIds = [99] })), Is.EqualTo(new[] { "without db" }));
        Assert.That(Names(Advising(new Advice("parallelize", "Send it", 1) { RequestIds = [99] })), Is.EqualTo(new[] { "without db" }));
    }

    [Test]
    public void TwoAdvicesOfAKindAreTriedEach()
    {
        var step = Advising(new Advice("memoize", "Keep it", 200) { RequestIds = [2] }, new Advice("memoize", "Keep it", 100) { RequestIds = [4] }, new Advice("memoize", "Keep it", 50) { RequestIds = [3] });
        Assert.That(Names(step), Is.EqualTo(new[] { "without db", "without the repeat", "without the repeat (2)" }));
    }

    [Test]
    public void WhereASuspectIsClearedServerNetworkProcessorAndThirdPartiesAreTried()
    {
        static string[] Instead(params RequestResult[] requests) =>
            [.. new ArmPlan(Blamed.Step(null) with { Requests = requests }, EvidenceBuilder.Header, 1).Further().Select(a => a.Name)];
        Assert.That(Instead(), Is.EqualTo(new[] { "CPU 2 times slower" }));
        Assert.That(Instead(Blamed.Request(1)), Is.EqualTo(new[] { "server at once", "CPU 2 times slower" }));
        Assert.That(
            Instead(Blamed.Request(1, header: "db;dur=1"), Blamed.Request(2, thirdParty: true)),
            Is.EqualTo(new[] { "server at once", "network at once", "CPU 2 times slower", "third parties at once" }));
    }

    [Test]
    public void AStepInWhichEverythingIsInstantHasNoArms() => Assert.That(Names(Blamed.Step(null)), Is.Empty);

    private static StepResult Advising(params Advice[] advice) => Blamed.Step(Blamed.Culprit(CulpritKind.Backend, "db")) with
    {
        Advice = advice,
        Requests =
        [
            Blamed.Request(1, Recorded.Shop + "price"), Blamed.Request(2, Recorded.Shop + "price"),
            Blamed.Request(3, Recorded.Shop + "stock", ttfb: 200), Blamed.Request(4, Recorded.Shop + "price"),
        ],
    };

    private static string[] Names(StepResult step) => [.. Blamed.Arms(step).Select(a => a.Name)];
}
