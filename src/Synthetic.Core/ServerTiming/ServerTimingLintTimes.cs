namespace Synthetic.Core.ServerTiming;

/// <summary>Durations that do not fit each other, or the wait.</summary>
internal static class ServerTimingLintTimes
{
    // Rounding to whole milliseconds alone can put parts this much over their total.
    private const double RoundingMs = 1;

    // So short a wait fits too many small numbers by chance.
    private const double ShortWaitMs = 100;

    public static IEnumerable<ServerTimingLintFinding> Of(IReadOnlyList<ServerTimingLintEntry> entries, double? waitMs)
    {
        var timed = entries.Where(entry => entry is { CarriesAnId: false, Ms: > 0 }).ToList();
        if (timed.Count == 0)
            yield break;
        if (DecimalComma(entries) is { } comma)
            yield return comma;
        if (Seconds(timed, waitMs) is { } seconds)
            yield return seconds;
        else if (waitMs is { } wait && OverWait(timed, wait) is { } over)
            yield return over;
        if (OverTotal(timed) is { } sum)
            yield return sum;
        else if (waitMs is { } whole && SumOverWait(timed, whole) is { } sumOverWait)
            yield return sumOverWait;
    }

    // "dur=12,5" ends the metric at the comma and makes 5 a metric of its own.
    private static ServerTimingLintFinding? DecimalComma(IReadOnlyList<ServerTimingLintEntry> entries)
    {
        for (var i = 1; i < entries.Count; i++)
        {
            if (entries[i].Name.All(char.IsAsciiDigit) && entries[i].Dur is null && entries[i - 1].Dur is { Length: > 0 } dur)
                return ServerTimingLint.Error(entries[i - 1].Name, $"dur={Written(dur)},{Written(entries[i].Name)} has a decimal comma: browsers read {Written(dur)} and a metric named \"{Written(entries[i].Name)}\"; write {Written(dur)}.{Written(entries[i].Name)}");
        }

        return null;
    }

    // Only a suspicion: a cache may really answer in 0.2 ms. A whole server that does, seldom.
    private static ServerTimingLintFinding? Seconds(List<ServerTimingLintEntry> timed, double? waitMs)
    {
        var largest = timed.MaxBy(entry => entry.Ms)!;
        if (waitMs is { } wait)
        {
            return wait >= ShortWaitMs && largest.Ms < wait / 100 && largest.Ms * 1000 >= wait / 2 && largest.Ms * 1000 <= wait * 1.1
                ? ServerTimingLint.Warning(largest.Name, $"dur={Written(largest)} of a wait of {wait:0} ms: this looks like seconds, while Server-Timing counts milliseconds; ignore this if the network took the rest")
                : null;
        }

        var fractions = timed.All(entry => entry.Ms < 1 && entry.Dur!.Contains('.'));
        return fractions && largest.Ms >= 0.02 && (timed.Count > 1 || largest.IsTotal)
            ? ServerTimingLint.Warning(largest.Name, $"dur={Written(largest)} is the largest of all: these may be seconds, while Server-Timing counts milliseconds; ignore this if the server is that fast")
            : null;
    }

    private static ServerTimingLintFinding? OverWait(List<ServerTimingLintEntry> timed, double waitMs)
    {
        var largest = timed.MaxBy(entry => entry.Ms)!;
        return largest.Ms > waitMs + RoundingMs
            ? ServerTimingLint.Warning(largest.Name, $"dur={Written(largest)} is longer than the whole wait of {waitMs:0} ms: work after the response, another unit, or a cached header")
            : null;
    }

    private static ServerTimingLintFinding? OverTotal(List<ServerTimingLintEntry> timed)
    {
        if (timed.FirstOrDefault(entry => entry.IsTotal) is not { } total)
            return null;
        var parts = SumOfParts(timed);
        return parts > total.Ms + RoundingMs
            ? ServerTimingLint.Note(total.Name, $"the other metrics add up to {parts:0.#} ms, over total {total.Ms:0.#} ms: they overlap or nest and cannot be stacked")
            : null;
    }

    private static ServerTimingLintFinding? SumOverWait(List<ServerTimingLintEntry> timed, double waitMs)
    {
        var parts = SumOfParts(timed);
        return parts > waitMs + RoundingMs && timed.TrueForAll(entry => entry.Ms <= waitMs + RoundingMs)
            ? ServerTimingLint.Note(null, $"the metrics add up to {parts:0.#} ms, over the wait of {waitMs:0} ms: they overlap or nest and cannot be stacked")
            : null;
    }

    // payments counts payments.db already.
    private static double SumOfParts(List<ServerTimingLintEntry> timed)
    {
        var names = timed.Select(entry => entry.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return timed.Where(entry => !entry.IsTotal && !ServerTimingMetric.IsPartOfOther(entry.Name, names)).Sum(entry => entry.Ms);
    }

    private static string Written(ServerTimingLintEntry entry) => Written(entry.Dur ?? "");

    private static string Written(string text) => ServerTimingLint.Short(text);
}
