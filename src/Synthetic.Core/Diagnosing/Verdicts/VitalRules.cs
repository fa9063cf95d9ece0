using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>How the web-vitals library makes one value of many entries.</summary>
internal static class VitalRules
{
    /// <summary>Interactions of a page for each that is left out as an outlier.</summary>
    private const int InteractionsPerOutlier = 50;

    /// <summary>The longest interactions that the library keeps: it leaves no more out.</summary>
    private const int LongestKept = 10;

    /// <summary>Digits of a layout shift that the probe hands over: what adding up puts behind them is noise.</summary>
    private const int ShiftDigits = 9;

    /// <summary>The longest interaction, one outlier left out for every 50 (https://web.dev/articles/inp).</summary>
    /// <param name="interactions">Those of the page.</param>
    /// <param name="count">How many the browser counted on it.</param>
    /// <param name="unreported">What is taken where none had an entry.</param>
    public static double? Inp(IReadOnlyList<Interaction> interactions, int count, double unreported)
    {
        // Those too short for an entry count, but never are the longest: a document's first input always has one.
        var timed = interactions.Where(i => i.Bound != "upper" && !(i is { Bound: "lower", Ms: <= 0 })).Select(i => i.Ms).OrderDescending().ToArray();
        if (timed.Length == 0)
            return interactions.Any(i => i.Bound == "upper") ? unreported : null;
        return timed[Math.Min(Math.Min(timed.Length, LongestKept) - 1, Math.Max(count, interactions.Count) / InteractionsPerOutlier)];
    }

    /// <summary>The worst session window: shifts under 1 s apart, 5 s long at most (https://web.dev/articles/cls).</summary>
    public static double LayoutShiftScore(IEnumerable<LayoutShift> shifts)
    {
        double worst = 0, window = 0, first = 0, last = double.NegativeInfinity;
        foreach (var shift in shifts.Where(s => !s.HadRecentInput).OrderBy(s => s.Start))
        {
            if (window == 0 || shift.Start - last >= 1000 || shift.Start - first >= 5000)
                (window, first) = (0, shift.Start);
            window += shift.Value;
            last = shift.Start;
            worst = Math.Max(worst, window);
        }
        return Math.Round(worst, ShiftDigits);
    }
}
