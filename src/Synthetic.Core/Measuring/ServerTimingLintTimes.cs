namespace Synthetic.Core.Measuring;

/// <summary>Durations that do not fit each other, or the wait.</summary>
internal static class ServerTimingLintTimes
{
    // Rounding to whole milliseconds alone can put parts this much over their total.
    private const double RoundingMs = 1;

    internal static IEnumerable<ServerTimingLintFinding> Of(IReadOnlyList<ServerTimingLintEntry> entries, double? waitMs)
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
    }

    // "dur=12,5" ends the metric at the comma and makes 5 a metric of its own.
    private static ServerTimingLintFinding? DecimalComma(IReadOnlyList<ServerTimingLintEntry> entries)
    {
        for (var i = 1; i < entries.Count; i++)
        {
            if (entries[i].Name.All(char.IsAsciiDigit) && entries[i].Dur is null && entries[i - 1].Dur is { Length: > 0 } dur)
                return ServerTimingLint.Error(entries[i - 1].Name, $"dur={dur},{entries[i].Name} has a decimal comma: browsers read {dur} and a metric named \"{entries[i].Name}\"; write {dur}.{entries[i].Name}");
        }

        return null;
    }

    // Only a suspicion: a cache may really answer in 0.2 ms. A whole server that does, seldom.
    private static ServerTimingLintFinding? Seconds(List<ServerTimingLintEntry> timed, double? waitMs)
    {
        var largest = timed.MaxBy(entry => entry.Ms)!;
        if (waitMs is { } wait)
        {
            return largest.Ms < wait / 100 && largest.Ms * 1000 >= wait / 4 && largest.Ms * 1000 <= wait * 1.1
                ? ServerTimingLint.Warning(largest.Name, $"dur={largest.Dur} of a wait of {wait:0} ms: this looks like seconds; Server-Timing counts milliseconds")
                : null;
        }

        var fractions = timed.All(entry => entry.Ms < 1 && entry.Dur!.Contains('.'));
        return fractions && largest.Ms >= 0.02 && (timed.Count > 1 || largest.IsTotal)
            ? ServerTimingLint.Warning(largest.Name, $"dur={largest.Dur} is the largest of all: these may be seconds, while Server-Timing counts milliseconds; ignore this if the server is that fast")
            : null;
    }

    private static ServerTimingLintFinding? OverWait(List<ServerTimingLintEntry> timed, double waitMs)
    {
        var largest = timed.MaxBy(entry => entry.Ms)!;
        return largest.Ms > waitMs + RoundingMs
            ? ServerTimingLint.Warning(largest.Name, $"dur={largest.Dur} is longer than the whole wait of {waitMs:0} ms: work after the response, another unit, or a cached header")
            : null;
    }

    private static ServerTimingLintFinding? OverTotal(List<ServerTimingLintEntry> timed)
    {
        if (timed.FirstOrDefault(entry => entry.IsTotal) is not { } total)
            return null;
        var parts = timed.Where(entry => !entry.IsTotal).Sum(entry => entry.Ms);
        return parts > total.Ms + RoundingMs
            ? ServerTimingLint.Note(total.Name, $"the other metrics add up to {parts:0.#} ms, over total {total.Ms:0.#} ms: they overlap or nest and cannot be stacked")
            : null;
    }
}
