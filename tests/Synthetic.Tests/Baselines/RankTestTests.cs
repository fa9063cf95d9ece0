using Synthetic.Core.Baselines;

namespace Synthetic.Tests.Baselines;

public sealed class RankTestTests
{
    // U and its variance by hand: 3 and 3 values without overlap have U = 9, mean 4.5, variance 5.25.
    [TestCase(new[] { 1d, 2, 3 }, new[] { 4d, 5, 6 }, 1.964)]
    [TestCase(new[] { 4d, 5, 6 }, new[] { 1d, 2, 3 }, -1.964)]
    [TestCase(new[] { 1d, 2, 3 }, new[] { 1d, 2, 3 }, 0)]
    [TestCase(new[] { 7d, 7 }, new[] { 7d, 7 }, 0)]
    [TestCase(new double[0], new[] { 1d }, 0)]
    // With ties: ranks 1.5 1.5 3.5 | 3.5 5.5 5.5 give U = 8.5 and a variance of 4.8.
    [TestCase(new[] { 1d, 1, 2 }, new[] { 2d, 3, 3 }, 1.826)]
    public void ItSaysHowSurprisingTwoSamplesAre(double[] before, double[] after, double z) =>
        Assert.That(RankTest.Z(before, after), Is.EqualTo(z).Within(0.001));
}
