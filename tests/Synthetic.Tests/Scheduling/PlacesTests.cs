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
        using var places = new Places(new ScheduleOptions { Concurrency = 1, Patience = TimeSpan.FromSeconds(30) }, time);
        Assert.That(await places.EnterAsync(null, CancellationToken.None), Is.True);
        var waiting = places.EnterAsync(untilNext is { } seconds ? TimeSpan.FromSeconds(seconds) : null, CancellationToken.None);
        var wanted = places.Wanted;
        time.SetUtcNow(At(asked).AddMilliseconds(-1));
        Assert.That(wanted.IsCancellationRequested, Is.False);
        time.SetUtcNow(At(asked));
        Assert.That(wanted.IsCancellationRequested, Is.True);
        Assert.That(places.Wanted.IsCancellationRequested, Is.True, "who takes a place after that is asked to leave it as well");

        places.Leave();
        Assert.That(await waiting, Is.True);
        Assert.That(places.Wanted.IsCancellationRequested, Is.False);
    }

    [Test]
    public async Task WhoseNextSlotHasComeAlreadyWaitsAllTheSame()
    {
        var time = new FakeTimeProvider(Noon);
        using var places = new Places(new ScheduleOptions { Concurrency = 1 }, time);
        Assert.That(await places.EnterAsync(null, CancellationToken.None), Is.True);
        var waiting = places.EnterAsync(TimeSpan.FromSeconds(-1), CancellationToken.None);
        places.Leave();
        Assert.That(await waiting, Is.True);
    }
}
