using Synthetic.Worker.Scheduling.Proofs;

namespace Synthetic.Tests.Scheduling;

public sealed class ProofTimeTests
{
    [Test]
    public void WithNoSlotInSightAProofTakesWhatItUsuallyTakes() => Assert.That(Within(1, null), Is.EqualTo(TimeSpan.FromSeconds(22)));

    [TestCase(60, 22)]
    [TestCase(24, 22)]
    [TestCase(20, 18)]
    [TestCase(5, 3)]
    [TestCase(4.9, null)]
    [TestCase(2, null)]
    [TestCase(-1, null)]
    public void ItEndsALittleBeforeTheNextSlotAndNeedsThreeRuns(double untilNext, double? time) =>
        Assert.That(Within(1, untilNext)?.TotalSeconds, Is.EqualTo(time));

    [Test]
    public void ASlotThatIsOverIsNeverEnoughHoweverShortTheRun() => Assert.That(ProofTime.Within(0.01, TimeSpan.FromSeconds(2)), Is.Null);

    [Test]
    public void PointingElsewhereTakesNoMoreThanTheSlotEither()
    {
        var plan = ProofTime.Within(1000, TimeSpan.FromSeconds(30))!;
        Assert.That(ProofTime.Longest(plan, TimeSpan.FromSeconds(30)), Is.EqualTo(TimeSpan.FromSeconds(28)));
        Assert.That(ProofTime.Longest(plan, null), Is.EqualTo(TimeSpan.FromSeconds(44)));
    }

    private static TimeSpan? Within(double run, double? untilNext) =>
        ProofTime.Within(run * 1000, untilNext is { } seconds ? TimeSpan.FromSeconds(seconds) : null)?.Time;
}
