using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Worker.Terminal.Runs;

/// <summary>A page and its vitals, each in the style of its rating.</summary>
internal static class PageLine
{
    private const string Inp = "INP";

    /// <summary>What the browser rounds INP to: 0 is what it says of less than half of it.</summary>
    private const int LeastInpMs = 8;

    public static IEnumerable<Line> Of(PageResult page, Screen screen)
    {
        var vitals = Vitals(page, screen);
        var sign = page.Navigation == "soft" ? "soft page " : "page ";
        var line = Line.Indented(2).Add(sign, TextStyle.Dim);
        line.Add(screen.CutMiddle(page.Url, Math.Max(16, screen.Width - line.Width - vitals.Width - 2)));
        if (line.Width + 2 + vitals.Width <= screen.Width)
        {
            yield return line.PadTo(screen.Width - vitals.Width).Add(vitals);
        }
        else
        {
            yield return line;
            yield return Line.Indented(4).Add(vitals);
        }
    }

    // Bounds: web.dev/articles/vitals, and the articles on each metric.
    private static Line Vitals(PageResult page, Screen screen)
    {
        var line = new Line();
        Time(line, "TTFB", page.TtfbMs, 800, 1800, screen);
        Time(line, "FCP", page.FcpMs, 1800, 3000, screen);
        Time(line, "LCP", page.LcpMs, 2500, 4000, screen);
        if (page.Cls is { } cls)
            Add(line, "CLS", Amount.Score(cls), cls, 0.1, 0.25, screen);
        Time(line, Inp, page.InpMs, 200, 500, screen);
        return line;
    }

    private static void Time(Line line, string name, double? ms, double good, double poor, Screen screen)
    {
        if (ms is { } value)
            Add(line, name, value > 0 || name != Inp ? Amount.Bare(value) : $"<{LeastInpMs}", value, good, poor, screen);
    }

    private static void Add(Line line, string name, string text, double value, double good, double poor, Screen screen)
    {
        var rating = value <= good ? Rating.Good : value <= poor ? Rating.NeedsImprovement : Rating.Poor;
        line.Add(line.Width == 0 ? "" : "  ").Add(name + " ", TextStyle.Dim).Add(text, TextStyles.Of(rating));
        if (rating != Rating.Good)
            line.Add(rating == Rating.Poor ? screen.Glyphs.Failed : screen.Glyphs.Warning, TextStyles.Of(rating));
    }
}
