using System.Globalization;

namespace Synthetic.Core.Measuring;

/// <summary>Reads the number a text starts with, as the browser reads a duration: what follows the number is ignored.</summary>
internal static class LeadingNumber
{
    /// <summary>The number; 0 where the text starts with none, or with one that is too large.</summary>
    internal static double Of(ReadOnlySpan<char> text)
    {
        text = text.TrimStart(" \t\n\v\f\r");
        var end = EndOfNumber(text);
        return double.TryParse(text[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) ? number : 0;
    }

    private static int EndOfNumber(ReadOnlySpan<char> text)
    {
        var sign = text is ['+' or '-', ..] ? 1 : 0;
        var end = sign + Digits(text[sign..]);
        var digits = end - sign;
        if (end < text.Length && text[end] == '.')
        {
            var fraction = Digits(text[(end + 1)..]);
            digits += fraction;
            end += 1 + fraction;
        }

        return digits == 0 ? 0 : end + Exponent(text[end..]);
    }

    // An exponent without digits is no exponent: "1e" is 1.
    private static int Exponent(ReadOnlySpan<char> text)
    {
        if (text is not ['e' or 'E', ..])
            return 0;
        var start = text is [_, '+' or '-', ..] ? 2 : 1;
        var digits = Digits(text[start..]);
        return digits == 0 ? 0 : start + digits;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
