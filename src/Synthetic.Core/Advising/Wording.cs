using System.Globalization;
using System.Text;
using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Core.Advising;

/// <summary>Words for advice. What pages say is cut to one short line: their texts stand beside ours.</summary>
internal static class Wording
{
    /// <summary>The most characters of a sentence.</summary>
    public const int LongestSentence = 600;

    private const int LongestName = 90;
    private const int MostNames = 3;

    /// <summary><c>3.4 ms</c>, <c>129 ms</c>.</summary>
    public static string Ms(double ms) =>
        (Math.Abs(ms) < 9.95 ? ms.ToString("0.#", CultureInfo.InvariantCulture) : ms.ToString("0", CultureInfo.InvariantCulture)) + " ms";

    /// <summary><c>61 %</c>.</summary>
    public static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary><c>5,120 bytes</c>.</summary>
    public static string Bytes(int bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture) + " bytes";

    /// <summary>A request by method and path.</summary>
    public static string Named(Request request) => Cut(request.Title, LongestName);

    /// <summary>An address by host and path.</summary>
    public static string Place(string url) => Cut(WebAddress.IsHttp(url) ? WebAddress.AuthorityOf(url) + WebAddress.PathOf(url) : url, LongestName);

    /// <summary>A text of a page, short and on one line.</summary>
    public static string Quoted(string text) => Cut(text, LongestName);

    /// <summary><c>a, b and c</c>; <c>a, b and 4 more</c>.</summary>
    public static string List(IReadOnlyList<string> names)
    {
        if (names.Count == 1)
            return names[0];
        var shown = names.Count > MostNames ? MostNames - 1 : names.Count - 1;
        var last = names.Count > MostNames ? $"{names.Count - shown} more" : names[^1];
        return $"{string.Join(", ", names.Take(shown))} and {last}";
    }

    /// <summary>On one line, and no longer than so many characters.</summary>
    public static string Cut(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
        foreach (var c in text.Length > most ? text.AsSpan(0, most - 1) : text)
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        if (text.Length <= most)
            return line.ToString();
        if (char.IsHighSurrogate(line[^1]))
            line.Length--;
        return line.Append('…').ToString();
    }
}
