using Synthetic.Core.Records.Timelines;
using Synthetic.Core.ServerTiming;
using Synthetic.Worker.Cli.Headers;

namespace Synthetic.Worker.Terminal;

/// <summary>A header's metrics as bars, and what is wrong with it.</summary>
internal static class ServerTimingView
{
    public static IEnumerable<Line> Of(ServerTimingReport report, Screen screen)
    {
        if (report.Url is { } url)
            yield return new Line().Add(screen.CutMiddle(url, screen.Width - 20), TextStyle.Strong).Add($"  waited {Amount.Time(report.WaitMs ?? 0)}", TextStyle.Dim);
        var scale = Math.Max(report.WaitMs ?? 0, report.Metrics.Select(metric => metric.Ms).DefaultIfEmpty().Max());
        foreach (var metric in report.Metrics)
            yield return Row(metric, scale, screen);
        yield return new Line().Add($"{report.Metrics.Count} {(report.Metrics.Count == 1 ? "metric" : "metrics")}, {report.Bytes} bytes", TextStyle.Dim);
        foreach (var line in report.Findings.OrderByDescending(finding => finding.Level).SelectMany(finding => Finding(finding, screen)))
            yield return line;
    }

    private static Line Row(ServerTimingMetric metric, double scale, Screen screen)
    {
        const int barColumn = 36;
        var line = Line.Indented(2).Add(screen.Cut(metric.Name, 20)).PadTo(23).Add(Amount.Time(metric.Ms).PadLeft(10)).PadTo(barColumn);
        var description = screen.Cut(metric.Description, 30);
        var room = Math.Max(8, screen.Width - barColumn - (description.Length == 0 ? 0 : Cells.Of(description) + 2));
        // Divided first: times the room, the largest durations would be too large for a number.
        var cells = scale > 0 && metric.Ms > 0 ? Math.Max(1, (int)Math.Round(room * (metric.Ms / scale))) : 0;
        line.Add(new string(screen.Glyphs.Fill(SegmentKind.Server), cells), TextStyles.Of(SegmentKind.Server));
        return description.Length == 0 ? line : line.Add("  ").Add(description, TextStyle.Dim);
    }

    private static IEnumerable<Line> Finding(ServerTimingLintFinding finding, Screen screen)
    {
        var (sign, style) = finding.Level switch
        {
            ServerTimingLintLevel.Error => (screen.Glyphs.Failed, TextStyle.Poor),
            ServerTimingLintLevel.Warning => (screen.Glyphs.Warning, TextStyle.Fair),
            _ => (screen.Glyphs.Dot, TextStyle.Dim),
        };
        var text = finding.Metric is { } metric ? $"{metric}: {finding.Message}" : finding.Message;
        return Paragraph.Of(text, new Line().Add(sign + " ", style), finding.Level == ServerTimingLintLevel.Note ? TextStyle.Dim : TextStyle.Plain, screen);
    }
}
