using Microsoft.Playwright;

namespace Synthetic.Browser.Replaying;

/// <summary>Header fields of an answer that is given a second time.</summary>
internal static class ReplayedHeaders
{
    /// <summary>Fields that describe how the answer was sent the first time, or its encoded body: the recorded body is decoded.</summary>
    private static readonly HashSet<string> TransportFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive", "proxy-connection", "upgrade",
    };

    /// <summary>The fields that are sent again with the answer's content.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(IReadOnlyList<Header> headers) =>
        [.. headers.Where(h => !TransportFields.Contains(h.Name) && IsSendable(h)).Select(h => KeyValuePair.Create(h.Name, h.Value))];

    /// <summary>The browser refuses the whole answer for one malformed field.</summary>
    private static bool IsSendable(Header header) =>
        header.Name.Length > 0 && header.Name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal))
        && header.Value.AsSpan().IndexOfAny('\r', '\n', '\0') < 0;

    /// <summary>What lets a page of another origin ask: the answer itself then says whether it may read.</summary>
    /// <param name="asked">The headers of the request, which asks beforehand.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> OfPreflight(IReadOnlyDictionary<string, string> asked) =>
    [
        KeyValuePair.Create("Access-Control-Allow-Origin", asked.GetValueOrDefault("Origin", "*")),
        KeyValuePair.Create("Access-Control-Allow-Credentials", "true"),
        KeyValuePair.Create("Access-Control-Allow-Methods", asked.GetValueOrDefault("Access-Control-Request-Method", "GET")),
        KeyValuePair.Create("Access-Control-Allow-Headers", asked.GetValueOrDefault("Access-Control-Request-Headers", "*")),
    ];
}
