using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Tests.Diagnosing.Verdicts;

/// <summary>What the web-vitals library makes of the same entries; the numbers of routes are those of a real page.</summary>
public sealed class PageVitalsTests
{
    private const double Click = EvidenceBuilder.Click;

    [TestCase(120, 120.0)]
    [TestCase(0, null)]
    [TestCase(-5, null)]
    [TestCase(1e12, null)]
    [TestCase(6000, null, TestName = "TheFirstByteIsNoTimeToCome")]
    public void AFirstByteThatTheLibraryPassesOverIsNone(double responseStart, double? expected) => Assert.That(
        Page(d => d with { AskedMs = 5000, Navigation = new ResourceTiming { Url = EvidenceBuilder.Page, ResponseStart = responseStart } }).TtfbMs,
        Is.EqualTo(expected));

    [Test]
    public void PaintsBeforeTheBeginningAreAtTheBeginning()
    {
        var page = Page(d => d with { FirstContentfulPaint = -3, LargestPaints = [new ContentfulPaint(-3, 100)] });
        Assert.That((page.FcpMs, page.LcpMs), Is.EqualTo((0.0, 0.0)));
    }

    [Test]
    public void HundredsOfSmallShiftsAddUpUnrounded()
    {
        var shifts = Enumerable.Range(0, 289).Select(i => new LayoutShift(i * 16, 0.000123457, false));
        Assert.That(Page(d => d with { FirstContentfulPaint = 1, Shifts = [.. shifts] }).Cls, Is.EqualTo(289 * 0.000123457).Within(1e-9));
    }

    [Test]
    public void WhereNothingWasPaintedThereIsNoLayoutShiftScore() => Assert.That(Page(d => d).Cls, Is.Null);

    [Test]
    public void ALayoutShiftBeforeTheRouteWasPaintedBelongsToThePageBefore()
    {
        var pages = Routed(d => d with { Shifts = [new LayoutShift(Click + 607, 0.0046, false), new LayoutShift(Click + 1142, 0.007, false)] });
        Assert.That(pages[1].Cls, Is.EqualTo(0.007));
    }

    [Test]
    public void ARoutesPaintsAreCountedFromTheInputThatLedThere()
    {
        var pages = Routed(d => d);
        Assert.That((pages[1].TtfbMs, pages[1].FcpMs, pages[1].LcpMs), Is.EqualTo((0.0, 857.2, 857.2)));
    }

    [Test]
    public void ARoutesLargestPaintIsTheLatestOfItsInteractionUntilTheNextInput()
    {
        var later = new ContentfulPaint(Click + 1153.2, 23076, 7, Click, Click + 1153.2);
        Assert.That(Routed(d => d with { InteractionPaints = [later] })[1].LcpMs, Is.EqualTo(1153.2));
        Assert.That(Routed(d => d with { InteractionPaints = [later with { InteractionId = 8 }] })[1].LcpMs, Is.EqualTo(857.2), "another interaction's");
        Assert.That(Routed(d => d with
        {
            InteractionPaints = [later],
            Inputs = [new InputNote(1, "click", Click + 900, Click + 901, Click + 902, Click + 910, null)],
        })[1].LcpMs, Is.EqualTo(857.2), "the library is done with it at the next input");
    }

    [Test]
    public void ABrowserWithoutVitalsOfRoutesLeavesThemOut()
    {
        var page = Routed(d => d with { SoftNavigations = [new SoftNavigation(Click, "https://shop.example/there")] })[1];
        Assert.That((page.TtfbMs, page.FcpMs, page.LcpMs), Is.EqualTo(((double?)null, (double?)null, (double?)null)));
    }

    [Test]
    public void TheInteractionThatLedToARouteBelongsToThePageBefore()
    {
        // Rounded to 8 ms, its entry ends after the route's paint.
        var pages = new EvidenceBuilder().Clicks(handlers: 30, paint: 17).Document(d => d with
        {
            SoftNavigations = [new SoftNavigation(Click, "https://shop.example/there", 46.4, 7, Click + 46.4)],
        }).Clicks(handlers: 5, paint: 10, at: Click + 2000, id: 8).Record().Pages;
        Assert.That((pages[1].InpMs, pages[1].InteractionCount), Is.EqualTo((16.0, 1)));
    }

    [Test]
    public void TheInteractionThatLedToTheNextRouteBelongsToTheRouteBeforeIt()
    {
        // Rounded to 8 ms, its entry ends after the next route's paint: it belongs to neither's time.
        var pages = new EvidenceBuilder().Clicks().Clicks(handlers: 5, paint: 17, at: Click + 2000, id: 8).Document(d => d with
        {
            SoftNavigations =
            [
                new SoftNavigation(Click, "https://shop.example/there", 46.4, 7, Click + 46.4),
                new SoftNavigation(Click + 2000, "https://shop.example/further", 21.3, 8, Click + 2021.3),
            ],
        }).Record().Pages;
        Assert.That(pages.Select(p => (p.InpMs, p.InteractionCount)).Skip(1), Is.EqualTo(new (double?, int)[] { (23, 1), (null, 0) }));
    }

    [Test]
    public void WhatHappenedBeforeTheAddressChangedBelongsToThePageBeforeThoughTheRouteWasPaintedAlready()
    {
        var pages = new EvidenceBuilder().Clicks().Clicks(handlers: 30, at: Click + 400, id: 8).Clicks(handlers: 5, at: Click + 2000, id: 9).Document(d => d with
        {
            FirstContentfulPaint = 100,
            Shifts = [new LayoutShift(Click + 628, 0.0126, false), new LayoutShift(Click + 1600, 0.004, false)],
            SoftNavigations = [new SoftNavigation(Click, "https://shop.example/there", 24.2, 7, Click + 24.2) { Reported = Click + 1022 }],
        }).Record().Pages;
        Assert.That((pages[1].Cls, pages[1].InteractionCount, pages[1].FcpMs), Is.EqualTo((0.004, 1, 24.2)));
    }

    [Test]
    public void WhatHappenedWhileTheRouteWasBeingReportedBelongsToIt()
    {
        var pages = Routed(d => d with
        {
            Shifts = [new LayoutShift(Click + 870, 0.007, false)],
            SoftNavigations = [d.SoftNavigations[0] with { Reported = Click + 884 }],
        });
        Assert.That(pages[1].Cls, Is.EqualTo(0.007));
    }

    private static PageResult Page(Func<DocumentEvidence, DocumentEvidence> change) =>
        new EvidenceBuilder().Document(change).Record().Pages[0];

    private static IReadOnlyList<PageResult> Routed(Func<DocumentEvidence, DocumentEvidence> change) => new EvidenceBuilder().Document(d => change(d with
    {
        FirstContentfulPaint = 100,
        SoftNavigations =
        [
            new SoftNavigation(Click, "https://shop.example/there", 857.2, 7, Click + 857.2, new ContentfulPaint(Click + 857.2, 5040, 7, Click, Click + 857.2)),
        ],
    })).Record().Pages;
}
