namespace Synthetic.Core.Basics;

/// <summary>The parts of an address, by its text: a server whose name is a secret reads <c>***</c>, which no parser takes for one.</summary>
public static class WebAddress
{
    private const string AfterScheme = "://";

    /// <summary>Whether an address is one of the web, neither <c>data:</c> nor <c>about:</c> nor anything else.</summary>
    /// <param name="url">The address, its scheme in small letters.</param>
    public static bool IsHttp(string url) =>
        url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal);

    /// <inheritdoc cref="IsHttp(string)" />
    public static bool IsHttp(Uri url) => url.Scheme is "http" or "https";

    /// <summary>The address without what follows <c>#</c>, which never reaches a server.</summary>
    public static string WithoutFragment(string url) =>
        url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? url[..at] : url;

    /// <summary>An address as long as a record may hold it.</summary>
    public static string Shortened(string url) => PlainText.Head(url, 2000);

    /// <summary>Host and port; the whole text where there are none.</summary>
    public static string AuthorityOf(string url) => Split(url).Authority;

    /// <summary>Scheme, host and port, as pages name an origin; the whole text where there are none.</summary>
    public static string OriginOf(string url) =>
        url.IndexOf(AfterScheme, StringComparison.Ordinal) is >= 0 and var scheme ? url[..(scheme + AfterScheme.Length)] + Split(url).Authority : url;

    /// <summary>The path, without query; the whole text where there is none.</summary>
    public static string PathOf(string url) => Split(url).Path.Split(['?', '#'], 2)[0];

    private static (string Authority, string Path) Split(string url)
    {
        var scheme = url.IndexOf(AfterScheme, StringComparison.Ordinal);
        if (scheme < 0)
            return (url, url);
        var begin = scheme + AfterScheme.Length;
        var end = url.AsSpan(begin).IndexOfAny('/', '?', '#');
        return end < 0 ? (url[begin..], "/") : (url.Substring(begin, end), url[(begin + end)..]);
    }
}
