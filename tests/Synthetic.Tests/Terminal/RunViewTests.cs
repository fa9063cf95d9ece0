using Synthetic.Core.Running;
using Synthetic.Worker.Terminal;

namespace Synthetic.Tests.Terminal;

internal sealed class RunViewTests
{
    private static IEnumerable<TestCaseData> Pictures()
    {
        (string Name, RunRecord Record)[] records =
        [
            ("slow-database", SampleRecords.SlowDatabase()),
            ("blocked-main-thread", SampleRecords.BlockedMainThread()),
            ("failed", SampleRecords.Failed()),
            ("hostile", SampleRecords.Hostile()),
        ];
        foreach (var (name, record) in records)
        {
            yield return new TestCaseData(record, Screen.Of(80, unicode: true, colour: false), $"{name}-80.txt").SetName($"{name} in 80 columns");
            yield return new TestCaseData(record, Screen.Of(120, unicode: true, colour: false), $"{name}-120.txt").SetName($"{name} in 120 columns");
            yield return new TestCaseData(record, Screen.Of(80, unicode: false, colour: false), $"{name}-ascii.txt").SetName($"{name} in ASCII");
        }
    }

    [TestCaseSource(nameof(Pictures))]
    public void APictureStaysAsItIs(object record, object screen, string golden)
    {
        var lines = RunView.Of((RunRecord)record, (Screen)screen).ToList();
        Golden.Matches(string.Concat(lines.Select(line => line + "\n")), golden);
        Assert.That(lines.Max(line => line.Width), Is.LessThanOrEqualTo(((Screen)screen).Width));
    }
}
