using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Worker.Terminal;
using Synthetic.Worker.Terminal.Runs;

namespace Synthetic.Tests.Terminal.Runs;

internal sealed class RunViewTests
{
    private static IEnumerable<TestCaseData> Pictures()
    {
        (string Name, RunRecord Record)[] records =
        [
            ("slow-database", SampleRecords.SlowDatabase()),
            ("synchronous-order", SampleRecords.SynchronousOrder()),
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

    [Test]
    public void InColourBarsAreSolidAndPlainTextStaysTheSame()
    {
        var colour = Lines(Screen.Of(80, unicode: true, colour: true));
        var plain = Lines(Screen.Of(80, unicode: true, colour: false));
        Assert.That(colour.Select(line => line.Width), Is.EqualTo(plain.Select(line => line.Width)));
        Assert.That(colour.SelectMany(line => line.Pieces).Where(piece => piece.TextStyle == TextStyles.Of(SegmentKind.Server)).Select(piece => piece.Text.Trim('█')),
            Has.Some.EqualTo(" db 350 "));
    }

    [TestCase(null, true)]
    [TestCase("C.UTF-8", true)]
    [TestCase("de_DE.utf8", true)]
    [TestCase("C", false)]
    [TestCase("de_DE.ISO-8859-1", false)]
    public void TheLocaleDecidesOnSigns(string? locale, bool unicode)
    {
        using var writer = new StringWriter();
        var printer = Printer.For(writer, terminal: false, name => name == "LANG" ? locale : null);
        Assert.That((printer.Screen.Glyphs.Unicode, printer.Screen.Colour, printer.Live), Is.EqualTo((unicode, false, false)));
    }

    [Test]
    public void NoColourIsRespected()
    {
        using var writer = new StringWriter();
        var printer = Printer.For(writer, terminal: true, name => name switch { "NO_COLOR" => "1", "TERM" => "xterm-256color", _ => null });
        printer.Write(RunView.Of(SampleRecords.SlowDatabase(), printer.Screen));
        Assert.That(writer.ToString(), Does.Not.Contain("\u001b"));
    }

    private static List<Line> Lines(Screen screen) => [.. RunView.Of(SampleRecords.SlowDatabase(), screen)];
}
