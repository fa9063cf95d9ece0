using System.Globalization;
using System.Text;
using Synthetic.Core.ServerTiming;

namespace Synthetic.ServerTiming;

/// <summary>Writes metrics as the value of a <c>Server-Timing</c> header. Every character is ASCII, so characters are bytes.</summary>
internal static class HeaderFormat
{
    internal const string Total = "total";
    internal const string Dropped = "dropped";
    private const string Separator = ", ";

    /// <summary>One metric. A duration of 0 is left out: for a reader it is the same.</summary>
    internal static string Of(ServerTimingMetric metric)
    {
        var text = new StringBuilder(metric.Name);
        var ms = Math.Round(metric.Ms, 2);
        if (ms != 0)
            text.Append(CultureInfo.InvariantCulture, $";dur={ms:0.##}");
        if (metric.Description.Length > 0)
            text.Append(";desc=").Append(Quote(metric.Description));
        return text.ToString();
    }

    /// <summary>
    /// The metrics in their order, in at most <paramref name="maxBytes"/>. The total stays, then the largest durations;
    /// a last metric says how many were dropped.
    /// </summary>
    internal static string Of(IReadOnlyList<ServerTimingMetric> metrics, int maxBytes)
    {
        var texts = metrics.Select(Of).ToArray();
        var all = string.Join(Separator, texts);
        if (all.Length <= maxBytes)
            return all;

        var left = maxBytes - DroppedText(metrics.Count).Length;
        var kept = new SortedSet<int>();
        foreach (var index in Enumerable.Range(0, texts.Length).OrderByDescending(i => metrics[i].Name == Total).ThenByDescending(i => metrics[i].Ms))
        {
            var size = texts[index].Length + Separator.Length;
            if (size > left)
                continue;
            left -= size;
            kept.Add(index);
        }

        return string.Join(Separator, kept.Select(i => texts[i]).Append(DroppedText(metrics.Count - kept.Count)));
    }

    private static string DroppedText(int count) => $"{Dropped};desc=\"{count}\"";

    // Servers refuse a header that is not ASCII, and a line break would forge a header.
    private static string Quote(string description)
    {
        var text = new StringBuilder("\"");
        foreach (var c in description.AsSpan(0, Math.Min(description.Length, ServerTimingHeader.MaxDescriptionLength)))
        {
            if (c is '"' or '\\')
                text.Append('\\');
            text.Append(c is < ' ' or > '~' ? '?' : c);
        }

        return text.Append('"').ToString();
    }
}
