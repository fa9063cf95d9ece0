using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.Scenarios;

public sealed class StartOffsetTests
{
    // Pinned: a change here moves every start of every installation.
    [TestCase("place-order", 47278)]
    [TestCase("place-order-coded", 31698)]
    [TestCase("Größe", 53676)]
    [TestCase("", 56206)]
    public void TheSameNameStartsAtTheSameOffsetForEver(string name, int milliseconds) =>
        Assert.That(StartOffset.Of(name, TimeSpan.FromMinutes(1)).TotalMilliseconds, Is.EqualTo(milliseconds));

    [Test]
    public void AnOffsetIsWholeMillisecondsWithinTheSpread() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNegativeInt>(), (name, spread) =>
        {
            var offset = StartOffset.Of(name.Get, TimeSpan.FromMilliseconds(spread.Get));
            return offset >= TimeSpan.Zero && offset.Ticks % TimeSpan.TicksPerMillisecond == 0
                && (spread.Get == 0 ? offset == TimeSpan.Zero : offset < TimeSpan.FromMilliseconds(spread.Get));
        }));

    [Test]
    public void NumberedNamesSpreadEvenly()
    {
        const int Names = 6000;
        var perSecond = new int[60];
        for (var i = 0; i < Names; i++)
            perSecond[(int)StartOffset.Of($"scenario-{i}", TimeSpan.FromMinutes(1)).TotalSeconds]++;
        var chiSquare = perSecond.Sum(count => Math.Pow(count - Names / 60.0, 2) / (Names / 60.0));
        // 59 degrees of freedom: an even spread stays under 98 in 999 of 1000 cases, and the names are fixed.
        Assert.That(chiSquare, Is.LessThan(98));
    }

    [Test]
    public void ANegativeSpreadIsRefused() =>
        Assert.That(() => StartOffset.Of("a", TimeSpan.FromTicks(-1)), Throws.TypeOf<ArgumentOutOfRangeException>());
}
