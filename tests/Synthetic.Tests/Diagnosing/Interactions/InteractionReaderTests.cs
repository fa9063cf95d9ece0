using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Tests.Diagnosing.Verdicts;

namespace Synthetic.Tests.Diagnosing.Interactions;

public sealed class InteractionReaderTests
{
    private const string Page = EvidenceBuilder.Page;
    private const double Click = EvidenceBuilder.Click;

    [Test]
    public void AClickThatNavigatesAtOnceIsStillCounted()
    {
        var builder = new EvidenceBuilder()
            .Notes("pointerdown", Click, 2, null).Notes("pointerup", Click + 3, 4, null).Notes("click", Click + 3, 6, null)
            .NextDocument(Page + "done", Click + 9)
            .Document(d => d with
            {
                FirstContentfulPaint = 220,
                Navigation = new ResourceTiming
                {
                    Url = Page + "done",
                    Initiator = "navigation",
                    RequestStart = 5,
                    ResponseStart = 200,
                    ResponseEnd = 201,
                    Status = 200,
                    ServerTiming = [new("db", 180)],
                },
            });
        var seen = builder.Interaction();
        Assert.That((seen.Source, seen.Inp!.Bound, seen.Inp.Ms), Is.EqualTo((InteractionSource.Estimated, "lower", 9.0)));
        Assert.That((seen.Response!.Source, seen.Response.Ms), Is.EqualTo((ResponseSource.Navigation, 229.0)));
        Assert.That((seen.Response.Culprit!.Kind, seen.Response.Culprit.Component), Is.EqualTo((CulpritKind.Backend, "db")));
        Assert.That(builder.Record().Coverage, Is.EqualTo(new Coverage(1, 0, 1, 0)));
    }

    [Test]
    public void NothingIsSeenBeforeThePagesFirstPaint()
    {
        var response = new EvidenceBuilder().Clicks().NextDocument(Page + "done", Click + 9).Document(d => d with { FirstContentfulPaint = 220 }).Shows(150).Response();
        Assert.That((response.Source, response.Ms), Is.EqualTo((ResponseSource.Expectation, 229.0)));
    }

    [Test]
    public void APageThatOnlyPassesOnIsNotTheResult() => Assert.That(
        new EvidenceBuilder().Clicks().NextDocument(Page + "sso", Click + 9).NextDocument(Page + "done", Click + 100)
            .Document(d => d with { FirstContentfulPaint = 60 }).Response().Ms, Is.EqualTo(160));

    [Test]
    public void TwoClicksOfOneInstantAreTwoInteractions()
    {
        var seen = new EvidenceBuilder().Step(s => s with { DrivenInteractions = 2 }).Clicks(name: "pointerdown")
            .Notes("pointerdown", Click).Notes("pointerup", Click + 0.1).Notes("click", Click + 0.1)
            .Notes("pointerdown", Click + 0.1).Notes("pointerup", Click + 0.1).Notes("click", Click + 0.1)
            .Document(d => d with { SettledMs = Click + 200 });
        Assert.That(seen.Record().Coverage, Is.EqualTo(new Coverage(2, 2, 0, 0)));
        Assert.That(seen.Record().Steps[0].Interactions.Select(i => i.Inp!.Bound), Is.EqualTo(new[] { null, "upper" }));
    }

    [Test]
    public void AnInputWithoutAnEntryWasShortWhereTheBrowserHadTimeToReportIt()
    {
        var click = EvidenceBuilder.Click;
        var late = new EvidenceBuilder().Clicks().Notes("keydown", click + 100, painted: 45).Document(d => d with { SettledMs = click + 200 });
        Assert.That(late.Interaction().Inp!.Bound, Is.EqualTo("upper"));
        Assert.That(late.Interaction().Inp!.Ms, Is.EqualTo(16));
        Assert.That(late.Record().Pages[0].InpMs, Is.EqualTo(16), "the click's own entry");

        var unsettled = new EvidenceBuilder().Clicks().Notes("keydown", click + 100, painted: 45).Document(d => d with { SettledMs = click + 50 });
        Assert.That(unsettled.Interaction().Inp!.Bound, Is.EqualTo("lower"));
    }

    [Test]
    public void AnInputWithoutAnEntryWhoseHandlersTookLongIsEstimatedNotShort()
    {
        // As Enter on a link to a hash: the browser had time, and reported nothing.
        var inp = new EvidenceBuilder().Notes("keydown", Click, returned: 2, painted: 163).Notes("click", Click, returned: 153, painted: 163)
            .Document(d => d with { SettledMs = Click + 500 }).Interaction();
        Assert.That((inp.Source, inp.Inp!.Ms, inp.Inp.Bound), Is.EqualTo((InteractionSource.Estimated, 163.0, "lower")));
    }

    [Test]
    public void APagesInpIsTheLongestEntryNotTheBoundOfShorterOnes() => Assert.That(
        new EvidenceBuilder().Clicks(delay: 1, handlers: 2, paint: 5).Notes("keydown", EvidenceBuilder.Click + 100).Record().Pages[0].InpMs,
        Is.EqualTo(8));

    [Test]
    public void ARouteChangeIsAPageOfItsOwnBesideItsDocument()
    {
        var click = EvidenceBuilder.Click;
        var pages = new EvidenceBuilder().Clicks(handlers: 90).Clicks(handlers: 30, at: click + 500, id: 8)
            .Document(d => d with { SoftNavigations = [new SoftNavigation(click + 0.1, Page + "cart")] }).Record().Pages;

        Assert.That(pages.Select(p => (p.Navigation, p.InpMs, p.InteractionCount)), Is.EqualTo(new (string, double?, int)[]
        {
            ("hard", 101, 2),
            ("soft", 41, 1),
        }), "the click that changes the route belongs to the page before");
        Assert.That(pages[1].Url, Is.EqualTo(Page + "cart"));
    }

    [Test]
    public void AnInteractionTooShortForAnEntryIsCounted()
    {
        var builder = new EvidenceBuilder().Notes("pointerdown", Click).Notes("pointerup", Click + 1).Notes("click", Click + 1);
        var seen = builder.Interaction();
        Assert.That((seen.Source, seen.Inp!.Bound, seen.Inp.Ms), Is.EqualTo((InteractionSource.EventTiming, "upper", 16.0)));
        Assert.That(builder.Record().Coverage, Is.EqualTo(new Coverage(1, 1, 0, 0)));
    }

    [Test]
    public void NotesAndEntriesOfOneClickAreOneInteraction()
    {
        var builder = new EvidenceBuilder().Notes("pointerdown", Click - 4).Notes("pointerup", Click).Notes("click", Click).Clicks(name: "mouseup").Clicks(name: "click");
        var record = builder.Record();
        Assert.That(record.Coverage, Is.EqualTo(new Coverage(1, 1, 0, 0)));
        Assert.That(builder.Shows(96).Response().Ms, Is.EqualTo(100), "the response begins with the first input, though it has no entry");
    }

    [Test]
    public void AButtonHeldDownIsNoInputDelay()
    {
        var response = new EvidenceBuilder().Clicks(handlers: 2, paint: 13, at: Click, name: "pointerdown").Clicks(at: Click + 400).Shows(450).Response();
        Assert.That(CulpritTests.Sum(response.Timeline, SegmentKind.InputDelay), Is.EqualTo(2).Within(0.1));
        Assert.That(response.Culprit!.Kind, Is.EqualTo(CulpritKind.Idle));
    }

    [Test]
    public void AHandlerThatNeverReturnsHoldsThePageUntilTheDriverGivesUp()
    {
        var builder = new EvidenceBuilder().Notes("click", Click, null, null)
            .Step(s => s with { Status = StepStatus.Failed, Failure = new Failure("Place order", FailureKind.Timeout, "took over 5 s") });
        var inp = builder.Inp();
        Assert.That((inp.Ms, inp.Bound, inp.Rating), Is.EqualTo((4990.0, "lower", Rating.Poor)));
        Assert.That(inp.Culprit!.Kind, Is.EqualTo(CulpritKind.MainThread));
    }

    [Test]
    public void AHandlerCutOffByTheNextPageIsNotCountedToTheStepsEnd() => Assert.That(
        new EvidenceBuilder().Notes("click", Click, null, null).NextDocument(Page + "done", Click + 9).Inp().Ms, Is.LessThan(20));

    [Test]
    public void EachKeyIsAnInteraction()
    {
        var builder = new EvidenceBuilder().Step(s => s with { Action = "type", DrivenInteractions = 5 });
        for (var i = 0; i < 5; i++)
            builder.Notes("keydown", Click + (i * 20)).Notes("keyup", Click + (i * 20) + 5);
        var record = builder.Record();
        Assert.That(record.Steps[0].Interactions, Has.Count.EqualTo(5));
        Assert.That(record.Steps[0].Interactions.Select(i => i.Type), Is.All.EqualTo("keyboard"));
        Assert.That(record.Coverage, Is.EqualTo(new Coverage(5, 5, 0, 0)));
    }

    [Test]
    public void AChordsKeysComeUpInReverseOrder()
    {
        var builder = new EvidenceBuilder().Notes("keydown", Click).Notes("keydown", Click + 2).Notes("keyup", Click + 4).Notes("keyup", Click + 400);
        var interactions = builder.Shows(500).Record().Steps[0].Interactions;
        Assert.That(interactions, Has.Count.EqualTo(2));
        Assert.That(interactions[^1].Response!.Timeline.Where(s => s.Kind == SegmentKind.Script).Max(s => s.StartMs), Is.LessThan(10));
    }

    [Test]
    public void AClickDoesNotJoinAnInteractionLongOver()
    {
        var interactions = new EvidenceBuilder().Notes("keydown", Click - 5).Notes("keyup", Click).Notes("pointerdown", Click + 500).Notes("pointerup", Click + 501)
            .Notes("click", Click + 501).Notes("click", Click + 501).Notes("click", Click + 900).Record().Steps[0].Interactions;
        Assert.That(interactions.Select(i => i.Type), Is.EqualTo((string[])["keyboard", "pointer", "pointer"]), "a label's second click belongs to the first");
    }

    [Test]
    public void TheResponseBelongsToTheLastInteraction()
    {
        var interactions = new EvidenceBuilder().Clicks().Clicks(at: Click + 100, id: 14).Shows(300).Record().Steps[0].Interactions;
        Assert.That(interactions.Select(i => i.Response?.Ms), Is.EqualTo(new double?[] { null, 200 }));
    }

    [Test]
    public void WithoutAnExpectationTheBrowsersOwnLinkTellsTheEnd()
    {
        var response = new EvidenceBuilder().Clicks(id: 7).Document(d => d with { InteractionPaints = [new(Click + 180, 900, 7, Click), new(Click + 400, 900, 8, Click)] }).Response();
        Assert.That((response.Source, response.Ms, response.PrecisionMs), Is.EqualTo((ResponseSource.InteractionContentfulPaint, 180.0, 24.0)));
    }

    [Test]
    public void DrivenInputsWithoutATraceAreMissed() => Assert.That(
        new EvidenceBuilder().Step(s => s with { DrivenInteractions = 3 }).Clicks().NextStep("other", 3000).Clicks(at: 3010, id: 20).Clicks(at: 3100, id: 21).Record().Coverage,
        Is.EqualTo(new Coverage(5, 3, 0, 2)), "what one step has too many does not make up for another's loss");

    [Test]
    public void AStepThatNeverGotABeginTakesNothingFromTheOneBefore()
    {
        var record = new EvidenceBuilder().Clicks().Step(s => s with { DurationMs = 500 }).NextStep("stuck", 0).Step(s => s with { Status = StepStatus.Failed }).Record();
        Assert.That(record.Steps.Select(s => s.Interactions.Count), Is.EqualTo((int[])[1, 0]));
    }

    [Test]
    public void DuplicatesOfOneAddressAreToldApartByKindAndTime()
    {
        NetworkExchange Seen(string method, string type, double at, string header) => new()
        {
            Method = method,
            Url = Page + "api/orders",
            ResourceType = type,
            Status = 200,
            StartMs = at,
            RequestStart = 1,
            ResponseStart = 90,
            ResponseEnd = 91,
            ServerTiming = [header],
        };
        var record = new EvidenceBuilder().Clicks()
            .Exchange(Seen("GET", "fetch", 300, "old;dur=1"))
            .Exchange(Seen("GET", "document", Click + 7, "page;dur=1"))
            .Fetches(6, 300, "db;dur=290").Shows(330).Record();
        var joined = record.Steps[0].Requests.Single(r => r.TtfbMs == 302);
        Assert.That((joined.Method, joined.ServerTiming.Single().Name), Is.EqualTo(("POST", "db")));
    }
}
