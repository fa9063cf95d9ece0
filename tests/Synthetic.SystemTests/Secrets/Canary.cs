using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Synthetic.SystemTests.Secrets;

/// <summary>A secret that can be found again, in whatever form it got out.</summary>
/// <param name="variable">The environment variable that it is given in.</param>
/// <param name="value">The secret. Its letters and digits at the start stay themselves in most escapes.</param>
/// <param name="plain">Those letters and digits: where even they stand, something of the secret was left.</param>
internal sealed class Canary(string variable, string value, string plain)
{
    public string Variable => variable;

    public string Value => value;

    /// <summary>What services make of a value: each of these is shown by the page.</summary>
    public IReadOnlyList<string> Sent { get; } =
    [
        value,
        Uri.EscapeDataString(value),
        LowerHex(Uri.EscapeDataString(value)),
        Hex(value, "%{0:X2}"),
        Hex(value, "%{0:x2}"),
        Uri.EscapeDataString(Uri.EscapeDataString(value)),
        WebUtility.UrlEncode(value),
        WebUtility.HtmlEncode(value),
        string.Concat(value.Select(unit => $"&#x{(int)unit:x};")),
        JavaScriptEncoder.Default.Encode(value),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value),
        JsonSerializer.Serialize(JsonSerializer.Serialize(value)),
        string.Concat(value.Select(unit => $"\\u{(int)unit:x4}")),
        .. Enumerable.Range(0, 4).SelectMany(before => Base64(new string('u', before) + value + "zz")),
        .. Base64(value),
    ];

    /// <summary>Those that a header can carry.</summary>
    public IEnumerable<string> SentInHeaders => Sent.Where(form => form.All(c => c is > ' ' and < '\u007f' and not ('"' or '\\' or ',')));

    /// <summary>Forms of it in a text.</summary>
    public IEnumerable<string> FoundIn(string text) => Needles().Where(needle => text.Contains(needle, StringComparison.OrdinalIgnoreCase));

    // What is inside of Base64 is told by the part that its neighbours have no bits in, at each of the three places.
    private IEnumerable<string> Needles() =>
    [
        // Its beginning alone: a limit on length may have taken the rest.
        plain[..8],
        Hex(plain, "%{0:x2}"),
        Hex(plain, "%25{0:x2}"),
        string.Concat(plain.Select(unit => $"&#x{(int)unit:x};")),
        string.Concat(plain.Select(unit => $"\\u{(int)unit:x4}")),
        .. Enumerable.Range(0, 3).Select(before => Base64(new string('u', before) + plain)[0][4..(plain.Length + before)]),
    ];

    private static string[] Base64(string text)
    {
        var one = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        return [one, one.Replace('+', '-').Replace('/', '_').TrimEnd('=')];
    }

    private static string Hex(string text, string format) =>
        string.Concat(Encoding.UTF8.GetBytes(text).Select(one => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, one)));

    private static string LowerHex(string escaped) =>
        System.Text.RegularExpressions.Regex.Replace(escaped, "%[0-9A-F]{2}", match => match.Value.ToLowerInvariant());
}
