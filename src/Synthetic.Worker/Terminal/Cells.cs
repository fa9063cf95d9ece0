using System.Text;
using Spectre.Console.Rendering;

namespace Synthetic.Worker.Terminal;

/// <summary>How many terminal cells a text takes.</summary>
internal static class Cells
{
    public static int Of(string text)
    {
        foreach (var character in text)
        {
            if (!IsNarrow(character))
                return new Segment(text).CellCount();
        }

        return text.Length;
    }

    /// <summary>The longest beginning that fits, with a mark where something was cut off.</summary>
    public static string Cut(string text, int width, string mark)
    {
        if (Of(text) <= width)
            return text;
        return width <= mark.Length ? Take(text, width) : Take(text, width - mark.Length).TrimEnd() + mark;
    }

    /// <summary>Beginning and end with a mark between: of an address both ends tell more than the middle.</summary>
    public static string CutMiddle(string text, int width, string mark)
    {
        if (Of(text) <= width)
            return text;
        var room = width - mark.Length;
        if (room < 8)
            return Cut(text, width, mark);
        var head = Take(text, room * 3 / 5);
        return head + mark + TakeLast(text, room - Of(head));
    }

    /// <summary>The beginning that fits into a width, never half a character.</summary>
    public static string Take(string text, int width)
    {
        var taken = new StringBuilder();
        var room = width;
        foreach (var rune in text.EnumerateRunes())
        {
            var character = rune.ToString();
            if ((room -= Of(character)) < 0)
                break;
            taken.Append(character);
        }

        return taken.ToString();
    }

    private static string TakeLast(string text, int width)
    {
        var start = text.Length;
        while (start > 0 && Of(text[(start - 1)..]) <= width)
            start--;
        if (start < text.Length && char.IsLowSurrogate(text[start]))
            start++;
        return text[start..];
    }

    // What nearly every line consists of, our own signs included: it spares a start-up the tables of all of Unicode.
    private static bool IsNarrow(char character) => character is
        >= ' ' and < '\u0300' or >= '\u2010' and < '\u2300' or >= '\u2400' and < '\u2427'
        or >= '\u2500' and < '\u25D0' or '✓' or '✗';
}
