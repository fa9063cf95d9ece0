using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Synthetic.Core.Secrets;

/// <summary>What a secret looks like after an address, a form, JSON or HTML has carried it.</summary>
internal static partial class SecretForms
{
    public static IEnumerable<string> Of(string value)
    {
        var escaped = Uri.EscapeDataString(value);
        yield return value;
        yield return escaped;
        yield return Readable(escaped);
        yield return LowerHex(escaped);
        yield return escaped.Replace("%20", "+", StringComparison.Ordinal);
        yield return WebUtility.HtmlEncode(value);
        yield return JavaScriptEncoder.Default.Encode(value);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value);
        // As a host name it comes back in lower case.
        if (value.Length >= 8)
            yield return value.ToLowerInvariant();
        foreach (var form in Base64Forms.Of(value))
            yield return form;
        foreach (var form in OfAddress(value))
            yield return form;
    }

    /// <summary>An address comes back from the browser tidied up: host in lower case, no default port, a slash at the end.</summary>
    private static IEnumerable<string> OfAddress(string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            yield break;
        yield return uri.AbsoluteUri.TrimEnd('/');
        yield return uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped).TrimEnd('/');
        // Sockets and error messages name the server alone; a bare word would take too much else with it.
        if (uri.Authority.AsSpan().ContainsAny('.', ':'))
            yield return uri.Authority;
        // The password of user:password@host also travels alone.
        if (uri.UserInfo.Split(':', 2) is [_, { Length: >= 4 } password])
            yield return password;
    }

    /// <summary>Escaped only as far as a path or query must be.</summary>
    private static string Readable(string escaped) =>
        Delimiters().Replace(escaped, match => Uri.UnescapeDataString(match.Value));

    private static string LowerHex(string escaped) =>
        Hex().Replace(escaped, match => match.Value.ToLowerInvariant());

    // ! $ & ' ( ) * + , / : ; = ? @
    [GeneratedRegex("%(?:21|24|2[6-9A-CF]|3[ABDF]|40)")]
    private static partial Regex Delimiters();

    [GeneratedRegex("%[0-9A-F]{2}")]
    private static partial Regex Hex();
}
