using System.Collections.Frozen;

namespace Synthetic.Core.ServerTiming;

/// <summary>What networks in front of a server measure themselves: all else in a header is the server's own, within its part of their time.</summary>
internal static class EdgeVocabulary
{
    /// <summary>A network's measure of the server behind it.</summary>
    private static readonly FrozenSet<string> Origins = Set(
        // Cloudflare, https://developers.cloudflare.com/speed/; CloudFront, to the first byte of the origin's response; Atlassian; Anthropic
        "cfOrigin", "cdn-upstream-fbl", "atl-edge-upstream", "x-originResponse");

    /// <summary>Names that begin with one of these are a network's.</summary>
    private static readonly string[] Prefixes = ["cdn-", "atl-edge"];

    private static readonly FrozenSet<string> Others = Set(
        "cfEdge", "cfWorker", "cfRequestDuration", "cfReqDur", "cfSpeedEdge", "cfSpeedWorker", "cfCacheStatus", "cfExtPri", "cfL4");

    /// <summary>Whether a metric is how long a network waited for the server behind it.</summary>
    public static bool IsOrigin(string name) => Origins.Contains(name);

    /// <summary>Whether a metric is a network's own.</summary>
    public static bool IsEdge(string name) =>
        IsOrigin(name) || Others.Contains(name) || Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
