using Microsoft.Extensions.Time.Testing;
using Synthetic.Worker.Scheduling;

using static Synthetic.Tests.Scheduling.Rig;

namespace Synthetic.Tests.Scheduling;

public sealed class PlacesTests
{
    [TestCase(null, 15)]
    [TestCase(3600, 15)]
    [TestCase(10, 5)]
    public async Task WhoMayLeaveEarlyIsAskedToAtHalfOfAWait(int? untilNext, int asked)
    {
        var time = new FakeTimeProvider(Noon);
        using var limiter = new ConcurrencyLimiter(new ScheduleOptions { Concurrency = 1, QueueTimeout = TimeSpan.FromSeconds(30) }, time);
        Assert.That(await limiter.EnterAsync(null, CancellationToken.None), Is.True);
        var waiting = limiter.EnterAsync(untilNext is { } seconds ? TimeSpan.FromSeconds(seconds) : null, CancellationToken.None);
        var yieldRequested = limiter.YieldRequested;
        time.SetUtcNow(At(asked).AddMilliseconds(-1));
        Assert.That(yieldRequested.IsCancellationRequested, Is.False);
        time.SetUtcNow(At(asked));
        Assert.That(yieldRequested.IsCancellationRequested, Is.True);
        Assert.That(limiter.YieldRequested.IsCancellationRequested, Is.True, "who takes a place after that is asked to leave it as well");

        limiter.Leave();
        Assert.That(await waiting, Is.True);
        Assert.That(limiter.YieldRequested.IsCancellationRequested, Is.False);
    }

    [Test]
    public async Task WhoseNextSlotHasComeAlreadyWaitsAllTheSame()
    {
        var time = new FakeTimeProvider(Noon);
        using var limiter = new ConcurrencyLimiter(new ScheduleOptions { Concurrency = 1 }, time);
        Assert.That(await limiter.EnterAsync(null, CancellationToken.None), Is.True);
        var waiting = limiter.EnterAsync(TimeSpan.FromSeconds(-1), CancellationToken.None);
        limiter.Leave();
        Assert.That(await waiting, Is.True);
    }
}
