using Microsoft.Extensions.Time.Testing;
using Synthetic.Browser.Replaying;

namespace Synthetic.Tests.Browser.Replaying;

public sealed class HoldTimesTests
{
    private static readonly TimeSpan Cost = TimeSpan.FromMilliseconds(8);

    [Test]
    public void AnAnswerIsGivenEarlierByWhatReplayingCosts() =>
        Assert.That(new HoldTimes(Cost, new FakeTimeProvider(DateTimeOffset.UnixEpoch)).For(TimeSpan.FromMilliseconds(300), 0), Is.EqualTo((TimeSpan.FromMilliseconds(292), TimeSpan.Zero)));

    [Test]
    public void WhatComesAfterALateAnswerMakesGoodForIt()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var times = new HoldTimes(Cost, time);
        for (var n = 1; n <= 4; n++)
        {
            var (hold, late) = times.For(TimeSpan.Zero, time.GetTimestamp());
            Assert.That((hold, late), Is.EqualTo((TimeSpan.Zero, Cost * n)));
            times.Given(late);
            time.Advance(Cost);
        }
        Assert.That(times.For(TimeSpan.FromMilliseconds(80), time.GetTimestamp()), Is.EqualTo((TimeSpan.FromMilliseconds(80 - 8 - 32), TimeSpan.Zero)));
    }

    [Test]
    public void RequestsAtOnceAreEachLateOnce()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        var times = new HoldTimes(Cost, time);
        for (var n = 0; n < 6; n++)
        {
            var (_, late) = times.For(TimeSpan.Zero, time.GetTimestamp());
            Assert.That(late, Is.EqualTo(Cost), "none of them waited for another");
            times.Given(late);
            time.Advance(TimeSpan.FromMilliseconds(0.5));
        }
        time.Advance(Cost);
        Assert.That(times.For(TimeSpan.FromMilliseconds(80), time.GetTimestamp()).Hold, Is.EqualTo(TimeSpan.FromMilliseconds(80 - 8 - 8)));
    }
}
