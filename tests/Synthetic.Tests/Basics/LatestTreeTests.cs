using Synthetic.Core.Basics;

namespace Synthetic.Tests.Basics;

internal sealed class LatestTreeTests
{
    [Test]
    public void ItFindsWhatALookAtEachWouldFind([Range(0, 40)] int count)
    {
        var random = new Random(count);
        double[] instants = [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(8))];
        var tree = new LatestTree(instants);
        for (var from = 0; from <= count; from++)
        {
            for (var instant = -1; instant < 9; instant++)
            {
                var first = Array.FindIndex(instants, from, at => at >= instant);
                Assert.That(tree.FirstReaching(from, instant), Is.EqualTo(first < 0 ? count : first), $"the first from {from} that reaches {instant}");
                Assert.That(tree.LastReaching(from, instant), Is.EqualTo(Array.FindLastIndex(instants[..from], at => at >= instant)), $"the last of {from} that reaches {instant}");
            }
            for (var to = from; to <= count; to++)
                Assert.That(tree.Latest(from, to), Is.EqualTo(instants[from..to].Append(double.NegativeInfinity).Max()), $"the latest from {from} to {to}");
        }
    }
}
