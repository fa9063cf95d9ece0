using Synthetic.Browser.Noise;

namespace Synthetic.Tests.Browser.Noise;

internal sealed class KernelTextTests
{
    [Test]
    public void ThePressuresTotalIsOfSomeTasksAndNotOfAll() => Assert.That(
        KernelText.PressureMicroseconds(
            "some avg10=13.56 avg60=22.24 avg300=22.07 total=5648170723\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=7\n"),
        Is.EqualTo(5648170723));

    [Test]
    public void TheProcessorsTimeIsBusyIdleOrStolen() => Assert.That(
        KernelText.Processors("cpu  1431183 10 100876 803867 1875 1 2149 47479 500 0\ncpu0 713929 10 50139 404023 933 0 962 23626 0 0\n"),
        Is.EqualTo(new ProcessorTicks(1, 1431183 + 10 + 100876 + 1 + 2149, 803867 + 1875, 47479)), "a guest's time is in the user's already");

    [Test]
    public void AProcesssTimeIsFoundBehindAnyNameAndCountsItsChildren() => Assert.That(
        KernelText.ProcessTicks("20897 (odd) name (x) S 1 20897 20897 0 -1 4194560 1 2 3 4 100 20 3 4 20 0 30 0 99 1 2"),
        Is.EqualTo(127));

    [Test]
    public void AMainThreadRanAndWaited() =>
        Assert.That(KernelText.Schedule("666291 195557 2\n"), Is.EqualTo((666291.0, 195557.0)));

    [Test]
    public void TheLoadIsThatOfTheLastMinute() => Assert.That(KernelText.Load("2.76 2.32 2.27 3/240 21205\n"), Is.EqualTo(2.76));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("cpu  1 2 3\n")]
    [TestCase("some avg10=0.00\n")]
    [TestCase("(\n")]
    public void WhatIsNotThereIsUnknownAndNotZero(string? text) => Assert.Multiple(() =>
    {
        Assert.That(KernelText.PressureMicroseconds(text), Is.Null);
        Assert.That(KernelText.Processors(text), Is.Null);
        Assert.That(KernelText.ProcessTicks(text), Is.Null);
        Assert.That(KernelText.Schedule(text), Is.Null);
        Assert.That(KernelText.Load(text), Is.Null);
    });
}
