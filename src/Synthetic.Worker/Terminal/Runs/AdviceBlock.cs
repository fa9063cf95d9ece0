using Synthetic.Core.Records;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>What would help: what it saves first, since the end of a long sentence may be cut.</summary>
internal static class AdviceBlock
{
    private const int MostLines = 5;

    public static IEnumerable<Line> Of(Advice advice, Screen screen)
    {
        var saving = advice switch
        {
            { ProvenMs: { } proven, ProvenCi95: [var low, var high] } => $"saves {Amount.Time(proven)}, proven ({Amount.Bare(low)} to {Amount.Bare(high)}): ",
            { TriedMs: { } tried, TriedCi95: [var low, var high] } => $"tried, which saved {Amount.Time(tried)} ({Amount.Bare(low)} to {Amount.Bare(high)}), maybe nothing: ",
            { TriedMs: { } tried } => $"tried, which saved {Amount.Time(tried)} in too few runs to tell: ",
            { SavingMs: { } ms } => $"saves about {Amount.Time(ms)}: ",
            _ => "",
        };
        var sign = Line.Indented(4).Add(screen.Glyphs.Advice + "  ", TextStyle.Accent);
        return Paragraph.Of(saving + advice.Text, sign, TextStyle.Accent, screen, MostLines);
    }
}
