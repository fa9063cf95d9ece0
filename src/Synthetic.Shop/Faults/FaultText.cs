using System.Globalization;

namespace Synthetic.Shop;

/// <summary>Reads one fault written as <c>key=value</c>.</summary>
internal static class FaultText
{
    /// <summary>Puts the fault into <paramref name="faults"/>; otherwise says what is wrong with it.</summary>
    internal static string? TryApply(string pair, ref FaultSet faults)
    {
        var split = pair.IndexOf('=', StringComparison.Ordinal);
        if (split <= 0)
            return $"'{pair}' is no fault: write key=value, such as db=400";

        var (name, text) = (pair[..split].Trim(), pair[(split + 1)..].Trim());
        if (FaultKey.All.FirstOrDefault(k => k.Name == name) is not { } key)
            return Unknown(name);
        if (Read(key.Unit, text) is not { } value || !key.Allows(value))
            return $"fault '{name}' must be {key.Range}, was '{text}'";

        faults = key.With(faults, value);
        return null;
    }

    private static int? Read(FaultUnit unit, string text)
    {
        var factor = 1m;
        if (unit == FaultUnit.Milliseconds && text.EndsWith('s'))
        {
            (text, factor) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 1m) : (text[..^1], 1000m);
            text = text.TrimEnd();
        }

        // Too large for an int is out of every range, so the largest int stands for it.
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && (unit == FaultUnit.Milliseconds || decimal.IsInteger(number))
            ? (int)Math.Clamp(Math.Round(Math.Clamp(number, int.MinValue, int.MaxValue) * factor), int.MinValue, int.MaxValue)
            : null;
    }

    private static string Unknown(string name)
    {
        var nearest = FaultKey.All.Select(k => k.Name).MinBy(k => Distance(k, name))!;
        return Distance(nearest, name) <= Math.Clamp(nearest.Length / 2, 1, 3)
            ? $"unknown fault '{name}'; did you mean '{nearest}'?"
            : $"unknown fault '{name}'; there are {string.Join(", ", FaultKey.All.Select(k => k.Name))}";
    }

    // Levenshtein. Longer than any key is never near, and would be slow.
    private static int Distance(string a, string b)
    {
        if (b.Length > 32)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
