using Synthetic.Core.Baselines;

namespace Synthetic.Tests.Baselines;

public sealed class ChangeDetectorTests
{
    [Test]
    public void AShiftIsToldOnceWithinTenRuns()
    {
        var (detector, random) = (new ChangeDetector(), new Random(1));
        Assert.That(Told(detector, Around(40, 14, random)), Is.Empty);
        var told = Told(detector, Around(95, 40, random));
        Assert.That(told, Has.Count.EqualTo(1));
        var (run, change) = told[0];
        Assert.That(run, Is.LessThan(10));
        Assert.That((change.WasMs, change.IsMs), Is.EqualTo((40d, 95d)).Using<double>((a, b) => Math.Abs(a - b) < 4));
        Assert.That((change.Before, change.After), Is.EqualTo((14, run + 1)));
    }

    [Test]
    public void SoIsTheWayBack()
    {
        var (detector, random) = (new ChangeDetector(), new Random(2));
        Told(detector, Around(100, 60, random));
        Told(detector, Around(150, 60, random));
        Assert.That(Told(detector, Around(100, 60, random)).Single().Change.IsMs, Is.EqualTo(100).Within(5));
    }

    [Test]
    public void AFewSlowRunsAreNoChange()
    {
        var (detector, random) = (new ChangeDetector(), new Random(3));
        double[] values = [.. Around(100, 60, random), .. Around(300, 4, random), .. Around(100, 60, random)];
        Assert.That(Told(detector, values), Is.Empty);
    }

    [Test]
    public void WhatDoesNotMatterIsNotTold()
    {
        var (detector, random) = (new ChangeDetector(), new Random(4));
        Assert.That(Told(detector, [.. Around(10, 60, random), .. Around(13, 60, random)]), Is.Empty, "3 ms");
        Assert.That(Told(new ChangeDetector(), [.. Around(1000, 60, random), .. Around(1100, 60, random)]), Is.Empty, "10 %");
    }

    [Test]
    public void TwoDaysOfNoiseOfEveryKindAreNoChange()
    {
        foreach (var series in Kinds)
        {
            var (detector, random) = (new ChangeDetector(), new Random(5));
            Assert.That(Told(detector, Enumerable.Range(0, 3000).Select(n => series(n, random))), Is.Empty);
        }
    }

    private static readonly Func<int, Random, double>[] Kinds =
    [
        (_, random) => 100 + (20 * random.NextDouble()),
        (_, random) => random.Next(30) == 0 ? 500 : 100 + (20 * random.NextDouble()),
        (n, random) => 100 + (40 * Math.Sin(2 * Math.PI * n / 1440)) + (10 * random.NextDouble()),
        (n, random) => 100 + (n / 30d) + (10 * random.NextDouble()),
        (_, _) => 100,
    ];

    private static IEnumerable<double> Around(double ms, int count, Random random) =>
        Enumerable.Range(0, count).Select(_ => ms * (0.95 + (0.1 * random.NextDouble()))).ToArray();

    private static List<(int Run, Change Change)> Told(ChangeDetector detector, IEnumerable<double> values) =>
        [.. values.Select((ms, n) => (n, Change: detector.Add(ms))).Where(one => one.Change is not null).Select(one => (one.n, one.Change!))];
}
