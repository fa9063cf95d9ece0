using System.Text.RegularExpressions;
using Synthetic.Core.Basics;

namespace Synthetic.Browser.Explaining;

/// <summary>The network's own errors in words, with the server that they are about.</summary>
internal static partial class NetErrors
{
    /// <summary>The error in a driver's message: <c>net::ERR_CONNECTION_REFUSED</c>; <c>null</c> for none.</summary>
    public static string? In(string message) => Error().Match(message) is { Success: true } match ? match.Groups["error"].Value : null;

    /// <summary>The address that a driver's message says it is about; <c>null</c> for none.</summary>
    public static string? AddressIn(string message) => Error().Match(message) is { Success: true } match && match.Groups["url"] is { Success: true } url ? url.Value : null;

    /// <summary>A sentence about an address that could not be opened, with the browser's own word for it at its end.</summary>
    public static string Explain(string error, string url) => $"{Words(error, WebAddress.AuthorityOf(url))} ({error})";

    /// <summary>How a request failed, to follow its method and address.</summary>
    public static string Short(string error) => error switch
    {
        "csp" => "was blocked by the page's own Content-Security-Policy",
        "mixed-content" => "was blocked as mixed content: the page came by https, and this is http",
        "origin" or "corp-not-same-origin" or "coep-frame-resource-needs-coep-header" => $"was blocked by the browser's rules on origins ({error})",
        "net::ERR_BLOCKED_BY_CLIENT" or "inspector" or "subresource-filter" => $"was blocked in the browser, as advertisements are ({error})",
        "net::ERR_BLOCKED_BY_RESPONSE" or "net::ERR_BLOCKED_BY_ORB" => $"was answered, but the browser does not let the page have it ({error})",
        "net::ERR_ABORTED" => "was broken off",
        "net::ERR_FAILED" => "failed (net::ERR_FAILED; where it goes to another origin, that one may not allow it)",
        _ => $"failed: {error}",
    };

    private static string Words(string error, string server) => error["net::ERR_".Length..] switch
    {
        "CONNECTION_REFUSED" => $"nothing accepts connections at {server}: is the server running, and is the port right?",
        "NAME_NOT_RESOLVED" or "NAME_RESOLUTION_FAILED" => $"no server is known by the name {server}: is it spelt right, and does DNS know it from here?",
        "CONNECTION_TIMED_OUT" or "TIMED_OUT" => $"{server} did not take the connection in time: is it up, and does a firewall let us through?",
        "ADDRESS_UNREACHABLE" or "NETWORK_UNREACHABLE" or "INTERNET_DISCONNECTED" => $"there is no way from here to {server}",
        "CONNECTION_RESET" or "CONNECTION_CLOSED" or "EMPTY_RESPONSE" or "SOCKET_NOT_CONNECTED" => $"{server} took the connection and closed it without an answer: look in its log, or in that of the proxy before it; is it the right port, and does it expect https?",
        "CERT_AUTHORITY_INVALID" => $"the certificate of {server} is not signed by an authority that the browser trusts: if it is your own, make this machine trust it; if not, its operators have to install one with the whole chain",
        "CERT_DATE_INVALID" => $"the certificate of {server} has expired, or is not valid yet",
        "CERT_COMMON_NAME_INVALID" => $"the certificate of {server} is for another name",
        "CERT_REVOKED" => $"the certificate of {server} was revoked",
        "SSL_PROTOCOL_ERROR" => $"{server} does not speak https: is the address meant to begin with http?",
        "TOO_MANY_REDIRECTS" => $"{server} redirects in a circle",
        "UNSAFE_PORT" => $"the browser refuses the port of {server}",
        "INVALID_URL" or "DISALLOWED_URL_SCHEME" or "UNKNOWN_URL_SCHEME" => "that is no address that the browser can open",
        "INVALID_HTTP_RESPONSE" or "INVALID_RESPONSE" => $"{server} answers, but not in HTTP",
        var other when other.StartsWith("CERT_", StringComparison.Ordinal) || other.StartsWith("SSL_", StringComparison.Ordinal) => $"the browser does not accept the certificate or encryption of {server}",
        "ABORTED" => "the page was broken off before it came",
        _ => $"the page could not be loaded from {server}",
    };

    [GeneratedRegex(@"(?<error>net::ERR_[A-Z0-9_]{1,60})(\s+at\s+(?<url>\S+))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Error();
}
