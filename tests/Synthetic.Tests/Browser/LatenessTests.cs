using Synthetic.Browser.Replaying;
using Synthetic.Tests.Scheduling;

namespace Synthetic.Tests.Browser;

public sealed class LatenessTests
{
    private static readonly TimeSpan Cost = TimeSpan.FromMilliseconds(8);

    [Test]
    public void AnAnswerIsGivenEarlierByWhatReplayingCosts() =>
        Assert.That(new Lateness(Cost, new ManualTime(DateTimeOffset.UnixEpoch)).Of(TimeSpan.FromMilliseconds(300), 0), Is.EqualTo((TimeSpan.FromMilliseconds(292), TimeSpan.Zero)));

    [Test]
    public void WhatComesAfterALateAnswerMakesGoodForIt()
    {
        var time = new ManualTime(DateTimeOffset.UnixEpoch);
        var lateness = new Lateness(Cost, time);
        for (var n = 1; n <= 4; n++)
        {
            var (hold, late) = lateness.Of(TimeSpan.Zero, time.GetTimestamp());
            Assert.That((hold, late), Is.EqualTo((TimeSpan.Zero, Cost * n)));
            lateness.Give(late);
            time.Advance(time.GetUtcNow() + Cost);
        }
        Assert.That(lateness.Of(TimeSpan.FromMilliseconds(80), time.GetTimestamp()), Is.EqualTo((TimeSpan.FromMilliseconds(80 - 8 - 32), TimeSpan.Zero)));
    }

    [Test]
    public void RequestsAtOnceAreEachLateOnce()
    {
        var time = new ManualTime(DateTimeOffset.UnixEpoch);
        var lateness = new Lateness(Cost, time);
        for (var n = 0; n < 6; n++)
        {
            var (_, late) = lateness.Of(TimeSpan.Zero, time.GetTimestamp());
            Assert.That(late, Is.EqualTo(Cost), "none of them waited for another");
            lateness.Give(late);
            time.Advance(time.GetUtcNow() + TimeSpan.FromMilliseconds(0.5));
        }
        time.Advance(time.GetUtcNow() + Cost);
        Assert.That(lateness.Of(TimeSpan.FromMilliseconds(80), time.GetTimestamp()).Hold, Is.EqualTo(TimeSpan.FromMilliseconds(80 - 8 - 8)));
    }
}
