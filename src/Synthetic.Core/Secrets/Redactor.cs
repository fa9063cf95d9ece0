using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Synthetic.Core.Secrets;

/// <summary>
/// Replaces secrets by <c>***</c> in whatever leaves the program: as they are, in Base64, and however addresses, JSON and HTML escape them.
/// An address keeps its scheme and its closing slash, so that what is left still is one: <c>https://***/cart</c>.
/// Secrets of one to three characters go only where they stand alone, between other characters than letters,
/// digits and underscores: "on" as a secret must not take "button" apart. Tokens in addresses go though nobody named them.
/// What a limit on length left of a secret at the end of a long text goes as well.
/// </summary>
public sealed class Redactor
{
    internal const string Mask = "***";
    private const int ShortestAnywhere = 4;

    /// <summary>Pages and drivers hand over texts of so many characters at most; one as long may have been cut, and through a secret.</summary>
    private const int ShortestCut = 2000;

    /// <summary>Layers of escapes that are undone: a link in a link in a text.</summary>
    private const int MostLayers = 3;

    /// <summary>The most characters of an escape that a cut leaves: <c>&amp;#x2</c>, <c>\u00</c>.</summary>
    private const int LongestHalfEscape = 6;

    private static readonly string[] AddressSchemes = ["https://", "http://"];

    private readonly (string Form, string Mask)[] _long;
    private readonly string[] _decoded;
    private readonly Regex? _short;

    /// <summary>Prepares to hide some secrets; with none, texts without a token pass untouched and at no cost.</summary>
    /// <param name="secrets">The secrets; empty ones and ones that say <c>***</c> themselves are ignored.</param>
    public Redactor(IEnumerable<Secret> secrets)
    {
        var forms = secrets.Select(secret => secret.Reveal())
            .Where(value => value.Length > 0 && value != Mask)
            .SelectMany(SecretForms.Of)
            .Where(form => form != Mask)
            .Distinct()
            // The longest first: a secret within another must not leave the other's ends standing.
            .OrderByDescending(form => form.Length)
            .ToLookup(form => form.Length >= ShortestAnywhere);
        _long = [.. forms[true].Select(form => (form, MaskOf(form)))];
        // Undoing the escapes of a text makes spaces of its plus signs.
        _decoded = [.. _long.Select(form => form.Form.Replace('+', ' '))];
        var words = string.Join('|', forms[false].Select(Regex.Escape));
        _short = words.Length == 0 ? null : new Regex($@"(?<!\w)(?:{words})(?!\w)", RegexOptions.CultureInvariant);
    }

    /// <summary>Hides the secrets in a text.</summary>
    /// <returns>The text without them; the same instance where none is in it.</returns>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = text.Length < ShortestCut || _long.Length == 0 ? text : WithoutHalf(text);
        var clean = WithoutLong(AddressTokens.Redact(whole));
        if (_short is null || !_short.IsMatch(clean))
            return clean;
        // A mask put in for a short one can complete a long one.
        return WithoutLong(_short.Replace(clean, Mask));
    }

    /// <summary>Hides the secrets in the string values of a JSON text. Keys, numbers and white space stay byte for byte.</summary>
    /// <returns>The text without them; the same instance where none is in it. A string of broken escapes becomes <c>***</c>.</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public string RedactJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (_long.Length == 0 && _short is null && !AddressTokens.MayBeIn(json))
            return json;
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var output = new ArrayBufferWriter<byte>(bytes.Length);
        var copied = 0;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.String || !IsChanged(ref reader, out var clean))
                continue;
            output.Write(bytes.AsSpan(copied, (int)reader.TokenStartIndex - copied));
            output.Write("\""u8);
            output.Write(Encoding.UTF8.GetBytes(JavaScriptEncoder.Default.Encode(clean)));
            output.Write("\""u8);
            copied = (int)reader.BytesConsumed;
        }

        if (copied == 0)
            return json;
        output.Write(bytes.AsSpan(copied));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private bool IsChanged(ref Utf8JsonReader reader, [NotNullWhen(true)] out string? clean)
    {
        try
        {
            var text = reader.GetString()!;
            clean = Redact(text);
            return !ReferenceEquals(clean, text);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair cannot be read, so nothing can be said about what is around it.
            clean = Mask;
            return true;
        }
    }

    private static string MaskOf(string form)
    {
        var scheme = AddressSchemes.FirstOrDefault(s => form.StartsWith(s, StringComparison.OrdinalIgnoreCase));
        return scheme is null || !form.Skip(scheme.Length).Any(char.IsLetterOrDigit) ? Mask
            : scheme + Mask + (form.EndsWith('/') ? "/" : "");
    }

    /// <summary>
    /// Repeats until nothing is found: a mask may complete another secret. It ends, as each replacement leaves fewer letters
    /// and digits behind, or as many in a shorter text.
    /// </summary>
    private string WithoutLong(string text)
    {
        if (_long.Length == 0)
            return text;
        for (var before = ""; !ReferenceEquals(before, text);)
        {
            before = text;
            text = WithoutEscaped(WithoutPlain(text));
        }

        return text;
    }

    private string WithoutPlain(string text)
    {
        foreach (var (form, mask) in _long)
            text = text.Contains(form, StringComparison.Ordinal) ? text.Replace(form, mask, StringComparison.Ordinal) : text;
        return text;
    }

    private string WithoutEscaped(string text)
    {
        foreach (var layer in Layers(text))
        {
            var found = _decoded.SelectMany(form => Places(layer, form)).OrderBy(place => place.From).ToArray();
            if (found.Length == 0)
                continue;
            var clean = new StringBuilder();
            var at = 0;
            foreach (var (from, to) in found)
            {
                // One that begins inside of the one before only makes that one's mask longer.
                if (from >= at)
                    clean.Append(text, at, from - at).Append(Mask);
                at = Math.Max(at, to);
            }
            return clean.Append(text, at, text.Length - at).ToString();
        }

        return text;
    }

    /// <summary>Where a secret stands in a text, by what a layer of it reads as.</summary>
    private static IEnumerable<(int From, int To)> Places((string Text, Func<int, int> Start) layer, string form)
    {
        for (var at = 0; (at = layer.Text.IndexOf(form, at, StringComparison.Ordinal)) >= 0; at += form.Length)
            yield return (layer.Start(at), layer.Start(at + form.Length));
    }

    /// <summary>What a text reads as with one, two, three layers of escapes undone, and where the characters of each stand in the text.</summary>
    private static IEnumerable<(string Text, Func<int, int> Start)> Layers(string text)
    {
        Func<int, int> start = at => at;
        var decoded = DecodedText.Of(text);
        for (var n = 0; n < MostLayers && decoded is not null; n++)
        {
            var (layer, below) = (decoded, start);
            start = at => below(layer.StartOf(at));
            yield return (layer.Text, start);
            decoded = DecodedText.Of(layer.Text);
        }
    }

    /// <summary>The text without what it ends with, where that begins a secret.</summary>
    private string WithoutHalf(string text)
    {
        var end = Layers(text).Prepend((Text: text, Start: at => at)).Min(layer => layer.Start(WholeUntil(layer.Text)));
        return end == text.Length ? text : text[..end] + Mask;
    }

    private int WholeUntil(string text)
    {
        for (var length = text.Length; length > 0 && length >= text.Length - LongestHalfEscape; length--)
        {
            foreach (var form in _long.Select(form => form.Form).Concat(_decoded))
            {
                for (var half = Math.Min(form.Length - 1, length); half >= ShortestAnywhere; half--)
                {
                    if (text.AsSpan(0, length).EndsWith(form.AsSpan(0, half), StringComparison.Ordinal))
                        return length - half;
                }
            }
        }

        return text.Length;
    }
}
