using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>Names who took most of a window.</summary>
internal static class Blame
{
    /// <summary>The culprit; <c>null</c> for windows that people feel as instant.</summary>
    /// <param name="ms">The window's length.</param>
    /// <param name="timeline">Where the time went.</param>
    /// <param name="requests">The run's requests by id.</param>
    /// <param name="path">How it is known which requests were waited for; <c>null</c> where nothing else comes into question.</param>
    public static Culprit? Of(double ms, IReadOnlyList<Segment> timeline, IReadOnlyDictionary<int, Request> requests, PathSource? path = null)
    {
        if (ms <= Ratings.InstantMs)
            return null;
        var shares = timeline.SelectMany(Shares).ToArray();
        var largest = shares
            .GroupBy(s => s.Cause.AddedUp())
            .Select(g => (g.Key, Ms: g.Sum(s => s.Ms), Shares: g.ToArray()))
            .OrderByDescending(g => g.Ms).ThenBy(g => g.Key.Kind).ThenBy(g => g.Key.Component, StringComparer.Ordinal)
            .FirstOrDefault();
        if (largest.Shares is null)
            return null;
        var top = largest.Shares.OrderByDescending(s => s.Ms).First();
        var ids = largest.Shares.OrderByDescending(s => s.Ms).Select(s => s.Segment.RequestId).OfType<int>().Distinct().ToArray();
        return new Culprit
        {
            Kind = top.Cause.Kind,
            Component = top.Cause.Component,
            RequestId = ids.Length > 0 ? ids[0] : null,
            RequestIds = ids.Length > 1 ? [.. ids.Order()] : null,
            Url = top.Segment.Url,
            Ms = Milliseconds.Round(largest.Ms),
            Share = Math.Round(Math.Min(1, largest.Ms / ms), 2, MidpointRounding.AwayFromZero),
            Confidence = ConfidenceIn(top, timeline, path),
            Evidence =
            [
                .. largest.Shares
                    .GroupBy(s => (s.Segment.RequestId, s.Segment.Detail, s.Segment.Url, s.Cause.Component))
                    .Select(g => g.First() with { Ms = g.Sum(s => s.Ms) })
                    .OrderByDescending(s => s.Ms)
                    .Take(5)
                    .Select(s => CulpritFacts.Of(s.Segment, s.Cause.Component, Milliseconds.Round(s.Ms), s.Segment.RequestId is { } id ? requests.GetValueOrDefault(id) : null)),
                .. path == PathSource.Order && ids.Length > 0 ? [CulpritFacts.ByOrderAlone] : Array.Empty<string>(),
                .. CulpritFacts.Served(ids.Length > 0 ? requests.GetValueOrDefault(ids[0]) : null),
            ],
        };
    }

    private static IEnumerable<Share> Shares(Segment segment)
    {
        var cause = Cause.Of(segment);
        return segment.Kind == SegmentKind.Server
            ? (segment.Components ?? []).Select(component => new Share(cause with { Component = component.Name }, component.Ms, segment))
            : [new Share(cause, segment.Ms, segment)];
    }

    private static Confidence ConfidenceIn(Share share, IReadOnlyList<Segment> timeline, PathSource? path)
    {
        var known = share.Segment.Detail == Segment.ShortPieces ? Confidence.Inferred : CauseTable.Of(share.Cause).Confidence;
        var isInDoubt = path switch
        {
            PathSource.Causes => false,
            // That the request took the time is seen, and not that the result waited for this one.
            PathSource.Order => share.Segment.RequestId is not null || LeadsNowhere(share.Segment, timeline),
            null => LeadsNowhere(share.Segment, timeline),
        };
        return known == Confidence.Observed && isInDoubt ? Confidence.Inferred : known;
    }

    /// <summary>
    /// Whether a wait for something unseen came after it: a timer, say, that had perhaps been running all along. The browser saw
    /// the segment, and not that the result waited for it.
    /// </summary>
    private static bool LeadsNowhere(Segment segment, IReadOnlyList<Segment> timeline) =>
        segment.Kind != SegmentKind.InputDelay && timeline.Any(s => s.Kind == SegmentKind.Idle && s.StartMs > segment.StartMs);

    private readonly record struct Share(Cause Cause, double Ms, Segment Segment);
}
