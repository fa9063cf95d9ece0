using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Diagnosing.Windows;

/// <summary>Texts that were in the document and hidden, until their font had come.</summary>
public sealed class AwaitedFontTests
{
    private const string Font = EvidenceBuilder.Page + "fonts/shop.woff2";

    [Test]
    public void TheFontThatATextWaitedForIsToBlame()
    {
        var response = Hidden(1).Fetches(20, 400, "cdn;dur=400", url: Font, initiator: "font", method: "GET").Response();
        Assert.That((response.Culprit!.Component, response.Culprit.RequestId), Is.EqualTo(("cdn", 1)));
        Assert.That(response.Path, Has.Count.EqualTo(1));
    }

    [Test]
    public void WhatBroughtTheTextComesBeforeIt()
    {
        var response = Hidden(1).Fetches(5, 110, "db;dur=110").Fetches(125, 300, "cdn;dur=300", url: Font, initiator: "font", method: "GET").Response();
        Assert.That(response.Path, Has.Count.EqualTo(2));
        Assert.That(response.Timeline.Where(s => s.Kind == SegmentKind.Server).SelectMany(s => s.Components!).Select(c => c.Name), Is.EqualTo((string[])["db", "cdn"]));
    }

    [Test]
    public void AFontThatDoesNotComeIsWaitedForUntilItsTextIsShownWithoutIt()
    {
        var response = Hidden(1).Fetches(20, 5000, "cdn;dur=5000", url: Font, initiator: "font", method: "GET").Response();
        Assert.That((response.Culprit!.Component, response.Culprit.Ms), Is.EqualTo(("cdn", 408)));
    }

    [Test]
    public void WhereNoFontWasAskedForNothingIsPutDownToOne() =>
        Assert.That(Hidden(1).Fetches(5, 410, "db;dur=410").Response().Culprit!.Component, Is.EqualTo("db"));

    [Test]
    public void AFontThatNothingWaitedForIsNotToBlame() =>
        Assert.That(new EvidenceBuilder().Clicks().Shows(440).Step(step => step with { ExpectationChangedMs = EvidenceBuilder.Click + 430 })
            .Fetches(5, 410, "db;dur=410").Fetches(20, 400, "cdn;dur=400", url: Font, initiator: "font", method: "GET").Response().Culprit!.Component, Is.EqualTo("db"));

    /// <summary>A text that could be seen 440 ms after the click.</summary>
    private static EvidenceBuilder Hidden(double delay) => new EvidenceBuilder().Clicks(delay).Shows(440)
        .Step(step => step with { ExpectationChangedMs = EvidenceBuilder.Click + 430, ExpectationFont = "shop" });
}
