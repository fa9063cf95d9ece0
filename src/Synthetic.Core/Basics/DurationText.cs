using System.Globalization;

namespace Synthetic.Core.Basics;

/// <summary>Durations as people write them: a number and a unit out of <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c>.</summary>
public static class DurationText
{
    // Longest suffix first, so that "5ms" is not read as "5m" and an s.
    private static readonly (string Unit, decimal Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond), ("s", TimeSpan.TicksPerSecond),
        ("m", TimeSpan.TicksPerMinute), ("h", TimeSpan.TicksPerHour),
    ];

    /// <summary>Reads <c>250ms</c>, <c>1.5s</c>, <c>5m</c>, <c>1h</c>: no sign, no space, no exponent.</summary>
    /// <param name="text">The text.</param>
    /// <param name="duration">The duration, never negative; zero where the text is none.</param>
    /// <returns>Whether the text is a duration that fits.</returns>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        foreach (var (unit, ticks) in Units)
        {
            if (text is null || !text.EndsWith(unit, StringComparison.Ordinal))
                continue;
            var number = text.AsSpan(0, text.Length - unit.Length);
            if (!IsNumber(number) || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
                return false;
            if (count > TimeSpan.MaxValue.Ticks / ticks)
                return false;
            duration = TimeSpan.FromTicks((long)Math.Round(count * ticks));
            return true;
        }

        return false;
    }

    /// <summary>Writes a duration in the largest unit that takes it without a fraction: <c>90s</c>, <c>2m</c>.</summary>
    /// <param name="duration">The duration; negative ones get a sign and cannot be read back.</param>
    public static string Format(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
            return "0s";
        foreach (var (unit, ticks) in Units.Reverse())
        {
            if (duration.Ticks % (long)ticks == 0)
                return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / (long)ticks}{unit}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / (decimal)TimeSpan.TicksPerMillisecond:0.####}ms");
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text.Length > 0 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]) && text.Length < 20;
}
