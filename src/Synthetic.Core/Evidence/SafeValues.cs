using Synthetic.Core.Basics;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Evidence;

/// <summary>Values that rules can count with and that any JSON can hold.</summary>
internal static class SafeValues
{
    /// <summary>The furthest instant, in milliseconds: past any epoch time, and still exact to a hundredth.</summary>
    public const double Furthest = 1e13;

    /// <summary>The longest time a document's own clock may show, in milliseconds: eleven days.</summary>
    public const double Longest = 1e9;

    /// <summary>The most entries of a kind that one document may bring; the probe itself stops there.</summary>
    public const int MostEntries = 5000;

    /// <summary>The longest address, in characters.</summary>
    public const int LongestUrl = 8192;

    /// <summary>The longest name or short text, in characters.</summary>
    public const int LongestText = 300;

    /// <summary>An instant of a document's own clock.</summary>
    public static double At(double instant) => Within(instant, Longest);

    /// <summary>A length of time, or a size.</summary>
    public static double Length(double ms) => Math.Max(0, Within(ms, Longest));

    /// <summary>No further from zero than a limit; zero where it is no number.</summary>
    public static double Within(double value, double limit) => double.IsNaN(value) ? 0 : Math.Clamp(value, -limit, limit);

    /// <summary>The same; <c>null</c> where it is no number.</summary>
    public static double? Within(double? value, double limit) => value is { } v && !double.IsNaN(v) ? Math.Clamp(v, -limit, limit) : null;

    /// <summary>The beginning of a text.</summary>
    public static string? Cut(string? text, int most) => text is null ? null : PlainText.Head(text, most);

    /// <summary>The first entries of a list, each made safe: evidence read from a file may hold <c>null</c> where the type says there can be none.</summary>
    public static IReadOnlyList<T> List<T>(IReadOnlyList<T>? list, Func<T, T>? of = null, int most = MostEntries) where T : class
    {
        if (list is null)
            return [];
        return [.. list.Where(item => item is not null).Take(most).Select(item => of is null ? item : of(item))];
    }

    /// <summary>Metrics whose durations can be added up, however many and however absurd.</summary>
    public static IReadOnlyList<ServerTimingMetric> ServerMetrics(IReadOnlyList<ServerTimingMetric>? metrics) => List(
        metrics,
        m => new ServerTimingMetric(
            Cut(m.Name, ServerTimingHeader.MaxNameLength) ?? "",
            Within(m.Ms, Longest),
            Cut(m.Description, ServerTimingHeader.MaxDescriptionLength) ?? ""),
        ServerTimingHeader.MaxMetrics);
}
