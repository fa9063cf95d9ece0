using Synthetic.Core.Basics;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>Finds what tells requests of one method and path apart: the parts of their queries that not all of them have.</summary>
internal static class QueryParts
{
    private const int Longest = 80;

    /// <summary>The same requests, each with what tells it from others of its name; most need nothing.</summary>
    public static IReadOnlyList<Request> Distinguish(IReadOnlyList<Request> requests)
    {
        var telling = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var same in requests.GroupBy(r => (r.Method, WebAddress.OriginOf(r.Url), WebAddress.PathOf(r.Url))))
        {
            string[][] queries = [.. same.Select(r => r.Url).Distinct(StringComparer.Ordinal).Select(PartsOf)];
            if (queries.Length < 2)
                continue;
            var common = queries[0].ToHashSet(StringComparer.Ordinal);
            foreach (var query in queries)
                common.IntersectWith(query);
            foreach (var url in same.Select(r => r.Url).Distinct(StringComparer.Ordinal))
                telling[url] = Text([.. PartsOf(url).Where(part => !common.Contains(part))]);
        }
        return telling.Count == 0 ? requests : [.. requests.Select(r => telling.TryGetValue(r.Url, out var query) ? r with { Query = query } : r)];
    }

    private static string[] PartsOf(string url)
    {
        var whole = WebAddress.WithoutFragment(url);
        return whole.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? whole[(at + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries) : [];
    }

    private static string Text(IReadOnlyList<string> parts) => parts.Count == 0 ? "" : $"?{PlainText.Cut(string.Join('&', parts), Longest)}";
}
