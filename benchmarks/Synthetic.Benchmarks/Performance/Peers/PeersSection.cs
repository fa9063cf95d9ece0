using System.Globalization;
using System.Text;
using Synthetic.Core.Basics;

namespace Synthetic.Benchmarks.Performance.Peers;

/// <summary>The part of the document about other tools.</summary>
internal static class PeersSection
{
    /// <summary>The one that people put on a schedule as they do ours.</summary>
    private const string Scheduled = "Elastic Synthetics";

    /// <summary>Adds it, where there is anything to say.</summary>
    /// <param name="text">The document.</param>
    /// <param name="ways">Ours first.</param>
    /// <param name="warm">Our warm runs of the same session; <c>null</c> where those were not measured.</param>
    /// <param name="leftOut">Tools that were not measured, and why.</param>
    public static void Add(StringBuilder text, IReadOnlyList<WayFigures> ways, WayFigures? warm, IReadOnlyList<string> leftOut)
    {
        if (ways.Count > 0)
            AddTable(text, ways);
        if (warm is not null && ways.FirstOrDefault(way => way.Name.StartsWith(Scheduled, StringComparison.Ordinal)) is { CpuMs.Count: > 0 } elastic)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"""

                {Scheduled} has no mode in which it stays: each run that is due is a fresh process, and costs what it costs above. A warm run of our worker took {Sample.Median(warm.CpuMs):0} CPU-ms in the same session,
                that of {Scheduled} {Sample.Median(elastic.CpuMs):0}: {Sample.Median(elastic.CpuMs) / Sample.Median(warm.CpuMs):0.0} times as much.
                """);
        }
        foreach (var reason in leftOut)
            text.AppendLine(CultureInfo.InvariantCulture, $"\nNot measured: {reason}.");
    }

    private static void AddTable(StringBuilder text, IReadOnlyList<WayFigures> ways)
    {
        var counted = ways[0].WallMs.Count;
        PerformanceDocument.AddHead(
            text, "Other tools, fresh process",
            $"{counted} rounds in which each placed its order: it ended well, and the shop had one order more. *Failed* are runs that did not; their rounds are not counted. "
            + "Ratios are to `synthetic run`. The others come from npm, each with a script of the same clicks as its own documentation would write it, in the same browser, with the switches and the waits that are its own; output includes the files of results. "
            + "*INP* is what each says: ours of the order's click, the others of the page. Errors are medians, against what a script in the page told of the same. "
            + "No other tool says a response; where there is an error of it, it is that of the duration of a step that holds the same click and wait, by the driver's clock.",
            "peers", ["wall (ms)", "ratio", "CPU (ms)", "ratio", "memory (MiB)", "output (bytes)", "INP (ms)", "INP error", "response error", "failed"]);
        foreach (var way in ways.Where(_ => counted > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {way.Name} | {Sample.Median(way.WallMs):0} | {PerformanceDocument.Ratio(way.WallMs, ways[0].WallMs)} | {Sample.Median(way.CpuMs):0} | {PerformanceDocument.Ratio(way.CpuMs, ways[0].CpuMs)} | {way.Memory / 1048576.0:0} | {Sample.Median(way.Bytes):N0} | {Said(way, "0", f => f.InpMs)} | {Said(way, "0.0", f => f.InpErrorMs)} | {Said(way, "0.0", f => f.ResponseErrorMs)} | {way.Failed} |");
        }
    }

    private static string Said(WayFigures way, string format, Func<SaidFigures, double?> read) => way.Median(read)?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
