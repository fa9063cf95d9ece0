using System.Globalization;
using System.Text;

namespace Synthetic.Core.Secrets;

/// <summary>
/// A text as it reads with one layer of escapes undone, and where each of its characters stands in the text itself: escapes of
/// addresses (<c>%2F</c>, either case, <c>+</c> for a space), of JSON and scripts (<c>\u002f</c>, <c>\/</c>) and of HTML (<c>&amp;#47;</c>).
/// Programs differ in what they escape; undoing it finds what no list of spellings would.
/// </summary>
internal sealed class DecodedText
{
    private readonly StringBuilder _decoded = new();
    private readonly List<int> _starts = [];

    private DecodedText(string text)
    {
        for (var at = 0; at < text.Length;)
            at += Take(text, at);
        _starts.Add(text.Length);
        Text = _decoded.ToString();
    }

    /// <summary>The text without its escapes.</summary>
    public string Text { get; }

    /// <summary>Undoes one layer.</summary>
    /// <returns><c>null</c> where there is nothing to undo.</returns>
    public static DecodedText? Of(string text)
    {
        if (text.AsSpan().IndexOfAny('%', '\\', '&') < 0)
            return null;
        var decoded = new DecodedText(text);
        return decoded.Text.Length < text.Length ? decoded : null;
    }

    /// <summary>Where a character of <see cref="Text"/> begins in the text that it was made of; for its length, the end.</summary>
    public int StartOf(int index) => _starts[index];

    /// <returns>How many characters were taken.</returns>
    private int Take(string text, int at) => text[at] switch
    {
        '%' => Percent(text, at),
        '\\' => Backslash(text, at),
        '&' => Entity(text, at),
        var other => Add(at, other.ToString(), 1),
    };

    private int Percent(string text, int at)
    {
        if (Hex(text, at + 2, 4) is { } unit && text[at + 1] == 'u')
            return Add(at, ((char)unit).ToString(), 6);
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < bytes.Length && at + count * 3 < text.Length && text[at + count * 3] == '%' && Hex(text, at + count * 3 + 1, 2) is { } value)
            bytes[count++] = (byte)value;
        if (count == 0)
            return Add(at, "%", 1);
        return Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) == System.Buffers.OperationStatus.Done
            ? Add(at, rune.ToString(), used * 3)
            // Not UTF-8: a script's escape() writes Latin-1.
            : Add(at, ((char)bytes[0]).ToString(), 3);
    }

    private int Backslash(string text, int at)
    {
        var kind = at + 1 < text.Length ? text[at + 1] : '\0';
        var digits = kind switch { 'u' => 4, 'x' => 2, _ => 0 };
        if (digits > 0 && Hex(text, at + 2, digits) is { } unit)
            return Add(at, ((char)unit).ToString(), digits + 2);
        return kind is '"' or '\'' or '\\' or '/' ? Add(at, kind.ToString(), 2) : Add(at, "\\", 1);
    }

    private int Entity(string text, int at)
    {
        var end = text.IndexOf(';', at, Math.Min(10, text.Length - at));
        var name = end < 0 ? "" : text[(at + 1)..end];
        var decoded = name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            ['#', 'x' or 'X', .. var digits] => Character(digits, NumberStyles.AllowHexSpecifier),
            ['#', .. var digits] => Character(digits, NumberStyles.None),
            _ => null,
        };
        return decoded is null ? Add(at, "&", 1) : Add(at, decoded, name.Length + 2);
    }

    private static string? Character(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var value) && Rune.TryCreate(value, out var rune) ? rune.ToString() : null;

    private int Add(int at, string decoded, int taken)
    {
        // Whether a plus stands for a space depends on where it is: here it always does, in what is looked for as well.
        _decoded.Append(decoded is "+" ? " " : decoded);
        foreach (var _ in decoded)
            _starts.Add(at);
        return taken;
    }

    private static int? Hex(string text, int from, int digits) =>
        from + digits <= text.Length && int.TryParse(text.AsSpan(from, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
