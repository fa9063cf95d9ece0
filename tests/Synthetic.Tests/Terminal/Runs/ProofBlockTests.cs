using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Worker.Terminal;
using Synthetic.Worker.Terminal.Progress;
using Synthetic.Worker.Terminal.Runs;

namespace Synthetic.Tests.Terminal.Runs;

internal sealed class ProofBlockTests
{
    private static readonly (string Name, Proof Proof)[] Proofs =
    [
        ("proven", SampleProofs.Proven()), ("refuted", SampleProofs.Refuted()), ("hostile", SampleProofs.Hostile()), ("nothing", SampleProofs.Nothing()),
    ];

    private static IEnumerable<TestCaseData> Pictures()
    {
        foreach (var (name, proof) in Proofs)
        {
            yield return new TestCaseData(proof, Screen.Of(50, unicode: true, colour: false), $"proof-{name}-50.txt").SetName($"a proof, {name}, in 50 columns");
            yield return new TestCaseData(proof, Screen.Of(100, unicode: true, colour: false), $"proof-{name}-100.txt").SetName($"a proof, {name}, in 100 columns");
            yield return new TestCaseData(proof, Screen.Of(80, unicode: false, colour: false), $"proof-{name}-ascii.txt").SetName($"a proof, {name}, in ASCII");
        }
    }

    [TestCaseSource(nameof(Pictures))]
    public void APictureStaysAsItIs(object proof, object screen, string golden)
    {
        var text = string.Concat(ProofBlock.Of((Proof)proof, (Screen)screen).Select(line => line + "\n"));
        Golden.Matches(text, golden);
        Assert.That(text.Where(c => char.IsControl(c) && c != '\n'), Is.Empty);
        if (!((Screen)screen).Glyphs.Unicode)
            Assert.That(text.Where(c => c > '~'), Is.Empty);
    }

    [Test]
    public void NoLineIsWiderThanAnyScreen()
    {
        foreach (var (name, proof) in Proofs)
        {
            for (var width = 40; width <= 130; width++)
            {
                foreach (var unicode in new[] { true, false })
                {
                    var screen = Screen.Of(width, unicode, colour: false);
                    Assert.That(ProofBlock.Of(proof, screen).Select(line => line.Width), Is.All.LessThanOrEqualTo(screen.Width), $"{name}, {width} columns");
                }
            }
        }
    }

    [Test]
    public void ALineOfProgressFitsAndObeysNobody()
    {
        var value = new ProofProgress("shop", "Place the order and wait \u001b[2J for its confirmation", "without search.index.shards.lookup\r\n", 6, 16);
        for (var width = 40; width <= 130; width++)
        {
            var screen = Screen.Of(width, unicode: true, colour: false);
            var line = ProofWatch.Of(value, screen);
            Assert.That(line.Width, Is.LessThanOrEqualTo(screen.Width));
            Assert.That(line.ToString(), Does.EndWith("  7 of 16"));
            Assert.That(line.ToString().Any(char.IsControl), Is.False);
        }
    }

    [TestCase(0, 0, "▸ proving Place order  recording")]
    [TestCase(6, 16, "▸ proving Place order  recording  7 of 16")]
    [TestCase(16, 16, "▸ proving Place order  recording  17 of 17")]
    public void ProgressCountsFromOneAndNeverPastItsEnd(int done, int planned, string line) => Assert.That(
        ProofWatch.Of(new ProofProgress("shop", "Place order", "recording", done, planned), Screen.Of(80, unicode: true, colour: false)).ToString(), Is.EqualTo(line));

    [Test]
    public async Task AwayFromATerminalEachRunIsALine()
    {
        using var writer = new StringWriter();
        var record = SampleRecords.SlowDatabase();
        var proven = await new ProofWatch(Printer.For(writer, terminal: false, _ => null)).WatchAsync(progress =>
        {
            progress.Report(new ProofProgress("shop", "Place order", "recording", 0, 0));
            progress.Report(new ProofProgress("shop", "Place order", "baseline", 1, 16));
            return Task.FromResult(record);
        });
        Assert.That(proven, Is.SameAs(record));
        Assert.That(writer.ToString().ReplaceLineEndings("\n"), Is.EqualTo("▸ proving Place order  recording\n▸ proving Place order  baseline  2 of 16\n"));
    }
}
