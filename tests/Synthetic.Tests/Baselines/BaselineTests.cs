using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Baselines;

namespace Synthetic.Tests.Baselines;

public sealed class BaselineTests
{
    private static readonly Arbitrary<double[]> Series = (
        from values in Gen.Choose(0, 5000).Select(tenths => tenths / 10d).NonEmptyListOf()
        select values.ToArray()).Resize(200).ToArbitrary();

    [Test]
    public void TooFewRunsAreNoBaseline()
    {
        Assert.That(Baseline.Of([.. Enumerable.Repeat(40d, Baseline.LeastRuns - 1)]), Is.Null);
        Assert.That(Baseline.Of([.. Enumerable.Repeat(40d, Baseline.LeastRuns)]), Is.EqualTo(40));
    }

    [Test]
    public void AFewOutliersDoNotMoveIt() =>
        Assert.That(Baseline.Of([.. Enumerable.Repeat(40d, 30), .. Enumerable.Repeat(4000d, 10), .. Enumerable.Repeat(40d, 10)]), Is.EqualTo(40));

    [TestCase(20, 1, 40)]
    [TestCase(20, 40, 40, Description = "as long again, and twice")]
    [TestCase(1000, 2900, 40)]
    [TestCase(20, 80, 90, Description = "what has lasted so long is what is usual")]
    public void ABreachIsNotUsualBeforeItHasLastedThreeTimesAsLong(int before, int since, double expected) =>
        Assert.That(Baseline.Of([.. Enumerable.Repeat(40d, before), .. Enumerable.Repeat(90d, since)]), Is.EqualTo(expected));

    [Test]
    public void GettingFasterCountsAsSoonAsMostRunsAreFaster() =>
        Assert.That(Baseline.Of([.. Enumerable.Repeat(90d, 20), .. Enumerable.Repeat(40d, 22)]), Is.EqualTo(40));

    [Test]
    public void ItLiesWithinTheValues() => Check.QuickThrowOnFailure(Prop.ForAll(Series, values =>
        Baseline.Of(values) is not { } ms ? values.Length < Baseline.LeastRuns : ms >= values.Min() && ms <= values.Max()));

    [Test]
    public void HowSlowABreachIsMakesNoDifferenceUntilItHasLasted() => Check.QuickThrowOnFailure(Prop.ForAll(Series, Gen.Choose(0, 200).ToArbitrary(), (values, breach) =>
    {
        var since = Math.Min(breach, 2 * (values.Length - 1));
        return values.Length < Baseline.LeastRuns
            || Baseline.Of([.. values, .. Enumerable.Repeat(1e6, since)]) <= values.Max();
    }));

    [Test]
    public void ASlowerValueNeverLowersIt() => Check.QuickThrowOnFailure(Prop.ForAll(Series, Gen.Choose(0, 10_000).ToArbitrary(), (values, at) =>
    {
        double[] slower = [.. values];
        slower[at % slower.Length] += 100;
        return Baseline.Of(values) is not { } ms || Baseline.Of(slower) >= ms;
    }));
}
