using System.Globalization;
using System.Text;

namespace Synthetic.Core.Basics;

/// <summary>Text from outside, made fit for a line.</summary>
public static class PlainText
{
    /// <summary>The beginning of a text, with … where something was cut off; never half a character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters of it, at least 1; the … is not counted.</param>
    public static string Cut(string text, int longest) => text.Length <= longest ? text : Head(text, longest) + "…";

    /// <summary>The beginning of a text; never half a character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters of it, at least 1.</param>
    public static string Head(string text, int longest) => text.Length <= longest
        ? text
        : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    /// <summary>Text that is harmless to a terminal: no new lines, no escape sequences, no reordering.</summary>
    /// <param name="text">The text.</param>
    public static string OneLine(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHarmless(rune))
                safe.Append(rune.ToString());
            else
                safe.Append(rune.Value <= 0xFFFF ? $"\\u{rune.Value:X4}" : $"\\U{rune.Value:X8}");
        }
        return safe.ToString();
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned);
}
