using System.Diagnostics;
using Synthetic.Browser.Noise;

namespace Synthetic.Tests.Browser.Noise;

internal sealed class KernelDifferenceTests
{
    private static readonly KernelSnapshot Begin = new()
    {
        Timestamp = 0,
        PressureMicroseconds = 1_000_000,
        Processors = new ProcessorTicks(2, 1000, 500, 10),
        OwnTicks = 300,
        MainThreads = new Dictionary<int, (double, double)> { [1] = (5e6, 1e6), [2] = (9e6, 9e6) },
    };

    /// <summary>A second later, on two processors of 100 ticks a second each.</summary>
    private static readonly KernelSnapshot End = new()
    {
        Timestamp = Stopwatch.Frequency,
        PressureMicroseconds = 1_250_000,
        Processors = new ProcessorTicks(2, 1150, 540, 20),
        OwnTicks = 350,
        MainThreads = new Dictionary<int, (double, double)> { [1] = (65e6, 11e6), [3] = (20e6, 10e6) },
    };

    [Test]
    public void SharesAreOfTheTimeBetween()
    {
        var seen = KernelDifference.Of(Begin, End);
        Assert.That((seen.WindowMs, seen.Cores, seen.CpuPressurePercent, seen.StealPercent), Is.EqualTo((1000.0, 2, 25.0, 5.0)));
        Assert.That(seen.ForeignCpuPercent, Is.EqualTo(50), "150 of 200 ticks were busy, 50 of them ours");
    }

    [Test]
    public void ANewProcessCountsFromItsBeginAndOneThatWentNotAtAll()
    {
        var seen = KernelDifference.Of(Begin, End);
        Assert.That((seen.WaitMs, seen.WaitPercent), Is.EqualTo((20.0, 20.0)), "80 ms at work and 20 ms waiting");
    }

    [Test]
    public void WhatTheKernelDoesNotTellIsAbsent()
    {
        var seen = KernelDifference.Of(new KernelSnapshot { Timestamp = 0 }, new KernelSnapshot { Timestamp = Stopwatch.Frequency });
        Assert.That(
            (seen.WaitMs, seen.WaitPercent, seen.ForeignCpuPercent, seen.CpuPressurePercent, seen.StealPercent),
            Is.EqualTo(((double?)null, (double?)null, (double?)null, (double?)null, (double?)null)));
    }

    [Test]
    public void TheBaselineIsTheLeastSoFar()
    {
        var baseline = new Baseline();
        Assert.That(baseline.Latest, Is.Null);
        foreach (var ms in new[] { 12.0, 9.0, 30.0 })
            baseline.Add(ms);
        Assert.That(baseline.Latest, Is.EqualTo((30.0, 9.0)));
    }
}
