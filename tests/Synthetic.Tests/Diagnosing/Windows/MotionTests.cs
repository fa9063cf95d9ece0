using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Tests.Diagnosing.Windows;

/// <summary>Results that fade or slide in.</summary>
internal sealed class MotionTests
{
    [Test]
    public void WhatRunsOnTheResultIsNamedWithItsEnd()
    {
        var response = Moving().Response();
        Assert.That((response.Ms, response.SettledMs), Is.EqualTo((240, 540)));
        Assert.That(response.Motions, Is.EqualTo(new[] { new Motion("transition opacity", "#dialog", 540) }));
    }

    [Test]
    public void WhatWaitedForRestEndsThere()
    {
        var response = Moving().Step(s => s with { ExpectsRest = true }).Response();
        Assert.That((response.Ms, response.SettledMs), Is.EqualTo((540, 540)));
        Assert.That((response.Timeline[^1].Kind, response.Timeline[^1].Ms, response.Timeline[^1].Detail), Is.EqualTo((SegmentKind.Idle, 300, "seen, and not at rest yet: transition opacity on #dialog")));
        Assert.That(response.Path, Has.Count.EqualTo(1), "what it waited for before is the same");
    }

    [Test]
    public void WhatIsPaintedAndNotSeenYetIsNoRendering()
    {
        var response = Moving().Step(s => s with { ExpectationUnseenMs = EvidenceBuilder.Click + 140, ExpectationChangedMs = EvidenceBuilder.Click + 130 }).Response();
        var unseen = response.Timeline.Single(s => s.Kind == SegmentKind.Idle);
        Assert.That((unseen.StartMs, unseen.Ms, unseen.Detail), Is.EqualTo((140, 100, "painted, but not seen yet: transition opacity on #dialog")));
    }

    [Test]
    public void WhatHadEndedByThenIsNoMotionOfTheResult()
    {
        var response = Moving(end: 200).Response();
        Assert.That((response.SettledMs, response.Motions), Is.EqualTo(((double?)null, (IReadOnlyList<Motion>?)null)));
    }

    private static EvidenceBuilder Moving(double end = 540) => new EvidenceBuilder().Clicks().Shows(240).Fetches(5, 110, "db;dur=110")
        .Step(s => s with { ExpectationChangedMs = EvidenceBuilder.Click + 230, ExpectationMotions = [new MotionEvidence("transition opacity", "#dialog", EvidenceBuilder.Click + end)] });
}
