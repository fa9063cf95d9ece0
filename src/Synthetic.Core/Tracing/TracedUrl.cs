using System.Text.RegularExpressions;
using Synthetic.Core.Basics;

namespace Synthetic.Core.Tracing;

/// <summary>Addresses as the attribute <c>url.full</c> may hold them: without credentials, and without the values that sign or open something.</summary>
internal static partial class TracedUrl
{
    public static string Of(string url) => Query().Replace(Credentials().Replace(WebAddress.WithoutFragment(url), "REDACTED:REDACTED@"), "REDACTED");

    /// <summary>Host and port, where the address tells them.</summary>
    public static (string Address, long? Port) ServerOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0
        ? (uri.Host, uri.Port < 0 ? null : uri.Port)
        : (Credentials().Replace($"://{WebAddress.AuthorityOf(url)}", "")[3..], null);

    [GeneratedRegex("(?<=://)[^/?#@]*@")]
    private static partial Regex Credentials();

    // Those that the semantic conventions name, and what else goes by these names.
    [GeneratedRegex(
        "(?<=[?&](?:AWSAccessKeyId|Signature|sig|X-Goog-Signature|X-Amz-Signature|X-Amz-Credential|X-Amz-Security-Token|token|access_token|id_token|refresh_token|api_?key|key|code|password|passwd|pwd|secret|client_secret|session|sid|auth)=)[^&]+",
        RegexOptions.IgnoreCase)]
    private static partial Regex Query();
}
