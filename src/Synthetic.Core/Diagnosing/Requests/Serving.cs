using System.Text.RegularExpressions;
using Synthetic.Core.Records;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>Reads in Server-Timing where a response was served from: most of it stands in metrics without a duration.</summary>
internal static partial class Serving
{
    /// <summary>The networks by what only they send, then whatever many send alike.</summary>
    private static readonly Vocabulary[] Known =
    [
        new("cloudflare") { Caches = ["cfCacheStatus"] },
        new("cloudfront")
        {
            Places = ["cdn-pop"],
            Flags = [("cdn-cache-hit", "hit"), ("cdn-cache-miss", "miss"), ("cdn-cache-refresh", "refresh")],
        },
        new("akamai") { Caches = ["cdn-cache"] },
        new("fastly") { Caches = ["hit-state"], Places = ["fastly-pop"] },
        new("atlassian") { Places = ["atl-edge-pop"] },
        new("wordpress.com") { Sign = "a8c-cdn", Caches = ["cache"], Places = ["dc"] },
        new(null)
        {
            Caches = ["cache", "varnish", "cdn"],
            // A host last: where there is more, it is the lesser place.
            Places = ["dc", "pop", "edge", "region", "host"],
            Flags = [("hit", "hit"), ("miss", "miss")],
        },
    ];

    /// <summary>Where a response was served from; <c>null</c> where its metrics say neither a cache's state nor a place.</summary>
    public static ServedFrom? Of(IReadOnlyList<ServerTimingMetric> metrics) =>
        metrics.Count == 0 ? null : Known.Select(one => Read(one, metrics)).FirstOrDefault(served => served is not null);

    private static ServedFrom? Read(Vocabulary known, IReadOnlyList<ServerTimingMetric> metrics)
    {
        if (known.Sign is { } sign && !metrics.Any(metric => IsNamed(metric, sign)))
            return null;
        var cache = Described(known.Caches, metrics).Select(text => text.ToLowerInvariant()).FirstOrDefault(text => State().IsMatch(text))
            ?? known.Flags.Where(flag => metrics.Any(metric => IsNamed(metric, flag.Name))).Select(flag => flag.State).FirstOrDefault();
        var place = Described(known.Places, metrics).FirstOrDefault(text => Name().IsMatch(text));
        return cache is null && place is null ? null : new ServedFrom { Cache = cache, Place = place, By = known.By };
    }

    private static IEnumerable<string> Described(string[] names, IReadOnlyList<ServerTimingMetric> metrics) =>
        names.SelectMany(name => metrics.Where(metric => IsNamed(metric, name)).Select(metric => metric.Description));

    private static bool IsNamed(ServerTimingMetric metric, string name) => string.Equals(metric.Name, name, StringComparison.OrdinalIgnoreCase);

    // Only what is surely a state, a name: the same metrics carry free text, and anybody may send anything.
    [GeneratedRegex(@"\A(hit|miss|pass|bypass|dynamic|expired|stale|revalidated|updating|refresh|cached|uncached|none|error)([_-][a-z0-9]{1,12}){0,3}\z")]
    private static partial Regex State();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex Name();

    /// <summary>How one network says it.</summary>
    /// <param name="By">The network; <c>null</c> where that is not known.</param>
    private sealed record Vocabulary(string? By)
    {
        /// <summary>A metric without which the others do not count; <c>null</c> for none.</summary>
        public string? Sign { get; init; }

        /// <summary>Metrics whose descriptions are a cache's state, the best first.</summary>
        public string[] Caches { get; init; } = [];

        /// <summary>Metrics whose descriptions are a place, the best first.</summary>
        public string[] Places { get; init; } = [];

        /// <summary>Metrics that are a cache's state by their name alone.</summary>
        public (string Name, string State)[] Flags { get; init; } = [];
    }
}
