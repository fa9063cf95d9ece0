using System.Text;

namespace Synthetic.Worker.Terminal;

/// <summary>What there is to draw on.</summary>
/// <param name="Width">Columns in use.</param>
/// <param name="Glyphs">The signs it can show.</param>
/// <param name="Colour">Whether styles show as colours. Bars then need no textures.</param>
internal sealed record Screen(int Width, Glyphs Glyphs, bool Colour)
{
    public const int Narrowest = 50;

    // Beyond this the eye loses the line between a label and its bar.
    public const int Widest = 120;

    private const int LongestText = 4_000;

    public static Screen Of(int width, bool unicode, bool colour) =>
        new(Math.Clamp(width, Narrowest, Widest), Glyphs.For(unicode), colour);

    /// <summary>Makes a text from outside harmless: one line, no control or direction characters, only signs the terminal has.</summary>
    public string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= LongestText)
                break;
            Append(clean, rune);
        }

        return clean.ToString().Trim();
    }

    public string Cut(string text, int width) => Cells.Cut(Clean(text), Math.Max(1, width), Glyphs.Ellipsis);

    public string CutMiddle(string text, int width) => Cells.CutMiddle(Clean(text), Math.Max(1, width), Glyphs.Ellipsis);

    private void Append(StringBuilder clean, Rune rune)
    {
        if (rune.Value is '\n' or '\r' or '\t' or 0x2028 or 0x2029)
            clean.Append(' ');
        else if (rune.Value < 0x20)
            // Seen, not obeyed: an escape character shows as its picture.
            clean.Append(Glyphs.Unicode ? (char)(0x2400 + rune.Value) : '?');
        else if (rune.IsAscii && rune.Value != 0x7F)
            clean.Append((char)rune.Value);
        else if (IsInvisible(rune))
            clean.Append(Glyphs.Unicode ? '\uFFFD' : '?');
        else if (Glyphs.Unicode)
            clean.Append(rune.ToString());
        else
            clean.Append(Fold(rune));
    }

    // Control, format (zero width, text direction), private use, unassigned.
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
        or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.OtherNotAssigned
        or System.Globalization.UnicodeCategory.Surrogate;

    private static string Fold(Rune rune) => rune.Value switch
    {
        '…' => "...",
        '·' or '–' or '—' => "-",
        '→' => "->",
        '±' => "+-",
        '×' => "x",
        '≥' => ">=",
        '≤' => "<=",
        '“' or '”' or '„' => "\"",
        '‘' or '’' => "'",
        _ => "?",
    };
}
