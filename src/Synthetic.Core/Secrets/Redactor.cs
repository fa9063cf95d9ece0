using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Synthetic.Core.Secrets;

/// <summary>
/// Replaces secrets by <c>***</c> in whatever leaves the program: as they are, and as they look in addresses, JSON and HTML.
/// An address keeps its scheme and its closing slash, so that what is left still is one: <c>https://***/cart</c>.
/// Secrets of one to three characters go only where they stand alone, between other characters than letters,
/// digits and underscores: "on" as a secret must not take "button" apart. Tokens in addresses go though nobody named them.
/// </summary>
public sealed class Redactor
{
    private const string Mask = "***";
    private const int ShortestAnywhere = 4;
    private static readonly string[] AddressSchemes = ["https://", "http://"];

    private readonly (string Form, string Mask)[] _long;
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
        var words = string.Join('|', forms[false].Select(Regex.Escape));
        _short = words.Length == 0 ? null : new Regex($@"(?<!\w)(?:{words})(?!\w)", RegexOptions.CultureInvariant);
    }

    /// <summary>Hides the secrets in a text.</summary>
    /// <returns>The text without them; the same instance where none is in it.</returns>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = WithoutLong(AddressTokens.Redact(text));
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
        for (var found = true; found;)
        {
            found = false;
            foreach (var (form, mask) in _long)
            {
                if (!text.Contains(form, StringComparison.Ordinal))
                    continue;
                text = text.Replace(form, mask, StringComparison.Ordinal);
                found = true;
            }
        }

        return text;
    }
}
