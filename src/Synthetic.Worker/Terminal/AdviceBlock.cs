using Synthetic.Core.Records;

namespace Synthetic.Worker.Terminal;

/// <summary>What would help: what it saves first, since the end of a long sentence may be cut.</summary>
internal static class AdviceBlock
{
    private const int MostLines = 5;

    internal static IEnumerable<Line> Of(Advice advice, Screen screen)
    {
        var saving = advice switch
        {
            { ProvenMs: { } proven, ProvenCi95: [var low, var high] } => $"saves {Amount.Time(proven)}, proven ({Amount.Bare(low)} to {Amount.Bare(high)}): ",
            { SavingMs: { } ms } => $"saves about {Amount.Time(ms)}: ",
            _ => "",
        };
        var sign = Line.Indented(4).Add(screen.Glyphs.Advice + "  ", Ink.Accent);
        return Paragraph.Of(saving + advice.Text, sign, Ink.Accent, screen, MostLines);
    }
}
