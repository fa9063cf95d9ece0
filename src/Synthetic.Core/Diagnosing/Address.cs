namespace Synthetic.Core.Diagnosing;

/// <summary>The parts of an address, by its text: a server whose name is a secret reads <c>***</c>, which no parser takes for one.</summary>
internal static class Address
{
    private const string AfterScheme = "://";

    public static bool IsHttp(string url) =>
        url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal);

    /// <summary>Host and port; the whole text where there are none.</summary>
    public static string AuthorityOf(string url) => Split(url).Authority;

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
