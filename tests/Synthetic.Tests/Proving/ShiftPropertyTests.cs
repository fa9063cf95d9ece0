using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Proving;

namespace Synthetic.Tests.Proving;

/// <summary>What holds of an estimate and its interval for any samples at all.</summary>
public sealed class ShiftPropertyTests
{
    // Whole milliseconds: differences of these are exact.
    private static readonly Gen<double[]> Sample = Gen.Choose(1, 8).SelectMany(count => Gen.Choose(-2000, 2000).Select(ms => (double)ms).ArrayOf(count));

    private static readonly Gen<(double[] From, double[] To)> Samples = from one in Sample from other in Sample select (one, other);

    [Test]
    public void WhatIsLaterByAConstantIsFartherByThatConstant() => ForAll(Samples, s =>
    {
        var before = Shift.Between(s.From, s.To)!.Value;
        var after = Shift.Between(s.From, [.. s.To.Select(t => t + 137)])!.Value;
        Assert.That(after, Is.EqualTo(new Shift(before.Ms + 137, before.Low + 137, before.High + 137)));
    });

    [Test]
    public void TheWayBackIsTheSameWithTheOtherSign() => ForAll(Samples, s =>
        Assert.That(Shift.Between(s.To, s.From)!.Value, Is.EqualTo(Shift.Between(s.From, s.To)!.Value.Times(-1))));

    [Test]
    public void TheOrderOfTheRunsChangesNothing() => ForAll(Samples, s =>
        Assert.That(Shift.Between([.. s.From.Reverse()], [.. s.To.Order()]), Is.EqualTo(Shift.Between(s.From, s.To))));

    [Test]
    public void TheEstimateLiesWithinItsIntervalHoweverItIsStretched() => ForAll(
        from s in Samples from factor in Gen.Choose(-300, 300) select (s, factor / 100.0), x =>
        {
            var shift = Shift.Between(x.s.From, x.s.To)!.Value.Times(x.Item2);
            Assert.That(shift.Low is null, Is.EqualTo(shift.High is null));
            if (shift is { Low: { } low, High: { } high })
                Assert.That(shift.Ms, Is.InRange(low, high));
        });

    [Test]
    public void MoreThanNinetyFiveOfAHundredIntervalsHoldTheTruth()
    {
        // Times as servers have them: a floor, and a long tail above it.
        var random = new System.Random(20260301);
        double[] Draw(int runs, double floor) => [.. Enumerable.Range(0, runs).Select(_ => floor - (30 * Math.Log(1 - random.NextDouble())))];
        const int Proofs = 4000;
        foreach (var runs in new[] { 4, 5, 6 })
        {
            var held = Enumerable.Range(0, Proofs).Count(_ => Shift.Between(Draw(runs, 500), Draw(runs, 150)) is { Low: <= -350, High: >= -350 });
            Assert.That(held, Is.GreaterThanOrEqualTo(0.95 * Proofs), $"{runs} runs");
        }
    }

    private static void ForAll<T>(Gen<T> values, Action<T> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(values.ToArbitrary(), holds));
}
