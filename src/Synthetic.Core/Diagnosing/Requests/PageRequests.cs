using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>What pages asked for, to know again where a service worker passes it on.</summary>
/// <param name="pages">All documents but service workers.</param>
internal sealed class PageRequests(IEnumerable<DocumentEvidence> pages)
{
    private readonly Dictionary<string, Asked[]> _byUrl = pages
        .SelectMany(page => page.Resources.Select(r => (r.Url, Asked: new Asked(
            r.Start + page.OffsetMs, r.ResponseEnd == 0 ? double.PositiveInfinity : r.ResponseEnd + page.OffsetMs + Tolerances.RequestClock))))
        .GroupBy(r => r.Url, r => r.Asked)
        .ToDictionary(same => same.Key, same => WithLatestEnds(same.OrderBy(r => r.Start)));

    /// <summary>Whether a service worker asked for something because a page did: that is the page's request, seen once more.</summary>
    public bool PassedOn(ResourceTiming request, DocumentEvidence worker)
    {
        if (!_byUrl.TryGetValue(request.Url, out var asked))
            return false;
        var before = Ascending.UpTo(asked.Length, i => asked[i].Start, request.Start + worker.OffsetMs);
        return before > 0 && asked[before - 1].End >= request.ResponseEnd + worker.OffsetMs;
    }

    /// <summary>Each with the latest end of all up to it.</summary>
    private static Asked[] WithLatestEnds(IEnumerable<Asked> byStart)
    {
        var latest = double.NegativeInfinity;
        return [.. byStart.Select(r => r with { End = latest = Math.Max(latest, r.End) })];
    }

    private readonly record struct Asked(double Start, double End);
}
