using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.ServerTiming;
using Synthetic.ServerTiming;

namespace Synthetic.Tests.ServerTiming;

internal sealed class HeaderFormatTests
{
    private static readonly Arbitrary<ServerTimingMetric[]> Metrics = (
        from metrics in (
            from name in Gen.Elements("db", "cache", "payments.db", "a!#$%&'*+-.^_`|~", "total")
            from ms in Gen.Choose(0, 99_999_999)
            from description in Gen.Elements("a", "B", " ", "\"", "\\", ";", ",", "=", "'").ListOf().Select(string.Concat)
            select new ServerTimingMetric(name, ms / 100.0, description)).ListOf()
        select metrics.Take(ServerTimingHeader.MaxMetrics).ToArray()).ToArbitrary();

    [Test]
    public void WhatIsWrittenIsReadBack() =>
        Prop.ForAll(Metrics, metrics => ServerTimingHeader.Parse(HeaderFormat.Of(metrics, int.MaxValue)).SequenceEqual(metrics))
            .QuickCheckThrowOnFailure();

    [Test]
    public void TheBudgetHoldsAndTheLargestStay() =>
        Prop.ForAll(Metrics, Gen.Choose(64, 400).ToArbitrary(), (metrics, budget) =>
        {
            var header = HeaderFormat.Of(metrics, budget);
            var dropped = ServerTimingHeader.Parse(header).Where(m => m.Name == "dropped").Sum(m => int.Parse(m.Description));
            var kept = ServerTimingHeader.Parse(header).Count(m => m.Name != "dropped");
            return header.Length <= budget && kept + dropped == metrics.Length;
        }).QuickCheckThrowOnFailure();
}
