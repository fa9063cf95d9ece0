using System.Globalization;

namespace Synthetic.Core.ServerTiming;

/// <summary>
/// Reads <c>Server-Timing</c> headers exactly as Chromium does, so that a header read from the network gives the same
/// metrics as the page's own entries. Broken input gives what could be read before the break, never an error.
/// </summary>
/// <remarks>
/// What is kept is limited, because a page may send anything: <see cref="MaxMetrics"/>, <see cref="MaxNameLength"/>,
/// <see cref="MaxDescriptionLength"/>. The other difference from the browser: a duration too large for a number is 0,
/// not infinite, because JSON has no infinity. A negative duration stays negative, as in the browser.
/// </remarks>
public static class ServerTimingHeader
{
    /// <summary>The most characters of a header that a run's evidence keeps: 16,384, twice what servers and proxies let through.</summary>
    public const int MaxHeaderLength = 16_384;

    /// <summary>The most metrics kept of one header: 100. The rest is not read.</summary>
    public const int MaxMetrics = 100;

    /// <summary>The most characters kept of a name: 128.</summary>
    public const int MaxNameLength = 128;

    /// <summary>The most characters kept of a description: 256.</summary>
    public const int MaxDescriptionLength = 256;

    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads the value of one header field.</summary>
    /// <param name="headerValue">Everything after <c>Server-Timing:</c>.</param>
    /// <returns>The metrics in the order of the header; empty when there are none.</returns>
    public static IReadOnlyList<ServerTimingMetric> Parse(string headerValue)
    {
        var metrics = new List<ServerTimingMetric>();
        var tokens = new HeaderFieldTokenizer(headerValue);
        while (metrics.Count < MaxMetrics && tokens.TryReadToken(out var name))
        {
            metrics.Add(ReadMetric(ref tokens, name));
            if (!tokens.TryRead(','))
                break;
        }

        return metrics;
    }

    /// <summary>Reads a header that was sent as several fields.</summary>
    /// <param name="fields">The value of each field, in the order they were sent.</param>
    /// <returns>The metrics in the order of the fields; at most <see cref="MaxMetrics"/> altogether.</returns>
    /// <remarks>
    /// The browser joins the fields first and reads them as one. So a field that breaks off in the middle hides the
    /// fields behind it, here as there.
    /// </remarks>
    public static IReadOnlyList<ServerTimingMetric> ParseAll(IEnumerable<string> fields) =>
        Parse(string.Join(", ", fields));

    private static ServerTimingMetric ReadMetric(ref HeaderFieldTokenizer tokens, ReadOnlySpan<char> name)
    {
        double? ms = null;
        string? description = null;
        tokens.SkipToSeparator();
        while (tokens.TryRead(';') && tokens.TryReadToken(out var parameter))
        {
            var value = "";
            if (tokens.TryRead('='))
            {
                // A number counts to its last digit, however long; of the rest, what is kept.
                var most = ms is null && IsDuration(parameter) ? int.MaxValue : MaxDescriptionLength;
                value = tokens.ReadTokenOrQuotedString(most);
                tokens.SkipToSeparator();
            }

            // The first of each wins, even when it says nothing.
            if (IsDuration(parameter))
                ms ??= NumberOf(value);
            else if (parameter.Equals("desc", StringComparison.OrdinalIgnoreCase))
                description ??= value;
        }

        return new(name[..Math.Min(name.Length, MaxNameLength)].ToString(), ms ?? 0, description ?? "");
    }

    private static bool IsDuration(ReadOnlySpan<char> parameter) => parameter.Equals("dur", StringComparison.OrdinalIgnoreCase);

    private static double NumberOf(string value) => TryReadNumber(value, out var number) && double.IsFinite(number) ? number : 0;

    /// <summary>Whether browsers take a text for a number; one too large for that is infinite.</summary>
    /// <remarks>All of the text must be the number: current Chromium reads "12ms" as 0, older ones as 12.</remarks>
    internal static bool TryReadNumber(string text, out double number) =>
        double.TryParse(text.AsSpan().TrimStart(" \t\n\v\f\r"), Number, CultureInfo.InvariantCulture, out number)
        // Here NaN and Infinity have names, there they do not.
        && (double.IsFinite(number) || text.AsSpan().ContainsAnyInRange('0', '9'));
}
