using Synthetic.Core.Proving;

namespace Synthetic.Tests.Proving;

public sealed class ShiftTests
{
    // Critical values of the Mann–Whitney U test, two-sided, 5 %, as textbooks print them.
    [TestCase(4, 4, 0)]
    [TestCase(3, 5, 0)]
    [TestCase(2, 8, 0)]
    [TestCase(4, 5, 1)]
    [TestCase(5, 5, 2)]
    [TestCase(5, 6, 3)]
    [TestCase(6, 6, 5)]
    [TestCase(5, 8, 6)]
    [TestCase(7, 7, 8)]
    [TestCase(8, 8, 13)]
    [TestCase(9, 9, 17)]
    [TestCase(10, 10, 23)]
    [TestCase(20, 20, 127)]
    public void AnIntervalLeavesOutAsManyDifferencesAsTheTablesSay(int m, int n, int cut)
    {
        foreach (var (one, other) in new[] { (m, n), (n, m) })
        {
            // No two differences alike: an end tells which of them it is.
            double[] from = [.. Enumerable.Range(0, one).Select(i => (double)i)];
            double[] to = [.. Enumerable.Range(0, other).Select(i => i * 1000.0)];
            double[] differences = [.. to.SelectMany(t => from.Select(f => t - f)).Order()];
            var shift = Shift.Between(from, to)!.Value;
            Assert.That((shift.Low, shift.High), Is.EqualTo(((double?)differences[cut], (double?)differences[^(cut + 1)])));
        }
    }

    [TestCase(1, 1)]
    [TestCase(1, 30)]
    [TestCase(2, 7)]
    [TestCase(3, 3)]
    [TestCase(3, 4)]
    public void TooFewRunsHaveAnEstimateAndNoInterval(int m, int n)
    {
        var shift = Shift.Between([.. Enumerable.Repeat(500.0, m)], [.. Enumerable.Repeat(100.0, n)]);
        Assert.That(shift, Is.EqualTo(new Shift(-400, null, null)));
    }

    [Test]
    public void TheSmallestNumberOfRunsThatHasAnIntervalIsTheOneThatIsNamed()
    {
        static Shift? Of(int runs) => Shift.Between([.. Enumerable.Repeat(1.0, runs)], [.. Enumerable.Repeat(2.0, runs)]);
        Assert.That((Of(Shift.LeastRuns - 1)!.Value.Low, Of(Shift.LeastRuns)!.Value.Low), Is.EqualTo(((double?)null, (double?)1)));
    }

    [Test]
    public void NothingIsSaidOfAnEmptySample()
    {
        Assert.That(Shift.Between([], [1, 2, 3, 4]), Is.Null);
        Assert.That(Shift.Between([1, 2, 3, 4], []), Is.Null);
    }

    [Test]
    public void TheEstimateIsTheMedianOfAllDifferencesAndOneStrayRunMovesItLittle()
    {
        Assert.That(Shift.Between([10, 20], [13, 30])!.Value.Ms, Is.EqualTo(6.5));
        var stray = Shift.Between([500, 502, 504, 506, 508], [100, 102, 104, 106, 9000])!.Value;
        Assert.That(stray.Ms, Is.EqualTo(-400).Within(4));
    }

    [Test]
    public void TheIntervalIsTheNarrowestWhoseLevelCountedOverAllOrdersIsEnough()
    {
        foreach (var m in Enumerable.Range(1, 6))
        {
            foreach (var n in Enumerable.Range(1, 6))
            {
                var splits = Splits(m, n).ToArray();
                var missed = splits.Count(s => Shift.Between(s.From, s.To)!.Value is { Low: { } low, High: { } high } && (low > 0 || high < 0));
                var statistics = splits.Select(s => s.To.Sum(t => s.From.Count(f => t < f))).ToArray();
                var cut = Enumerable.Range(0, m * n).TakeWhile(u => statistics.Count(s => s <= u) <= 0.025 * splits.Length).Count() - 1;
                Assert.That(missed, Is.LessThanOrEqualTo(0.05 * splits.Length), $"{m} and {n} runs");
                Assert.That(missed, Is.EqualTo(cut < 0 ? 0 : 2 * statistics.Count(s => s <= cut)), $"{m} and {n} runs");
            }
        }
    }

    [Test]
    public void WithManyRunsTheIntervalIsTheOneOfTheNormalApproximation()
    {
        // 100 by 100 has more orders than a double can count one by one.
        double[] from = [.. Enumerable.Range(0, 100).Select(i => (double)i)];
        double[] to = [.. Enumerable.Range(0, 100).Select(i => i * 1000.0)];
        double[] differences = [.. to.SelectMany(t => from.Select(f => t - f)).Order()];
        var cut = Array.IndexOf(differences, Shift.Between(from, to)!.Value.Low);
        Assert.That(cut, Is.EqualTo((100 * 100 / 2) - (1.96 * Math.Sqrt(100 * 100 * 201 / 12.0))).Within(3));
    }

    /// <summary>All ways to deal the ranks 1 to m + n out to two samples.</summary>
    private static IEnumerable<(double[] From, double[] To)> Splits(int m, int n)
    {
        for (var mask = 0; mask < 1 << (m + n); mask++)
        {
            if (int.PopCount(mask) != m)
                continue;
            var ranks = Enumerable.Range(0, m + n).ToLookup(i => (mask >> i & 1) == 1, i => (double)i);
            yield return ([.. ranks[true]], [.. ranks[false]]);
        }
    }
}
