using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>Names who took most of a window.</summary>
internal static class Blame
{
    /// <summary>The culprit; <c>null</c> for windows that people feel as instant.</summary>
    public static Culprit? Of(double ms, IReadOnlyList<Segment> timeline, IReadOnlyDictionary<int, Request> requests)
    {
        if (ms <= Ratings.InstantMs)
            return null;
        var shares = timeline.SelectMany(Shares).ToArray();
        var largest = shares
            .GroupBy(s => (s.Kind, Component: s.Kind == CulpritKind.Backend ? s.Component?.ToLowerInvariant() : null))
            .Select(g => (g.Key, Ms: g.Sum(s => s.Ms), Shares: g.ToArray()))
            .OrderByDescending(g => g.Ms).ThenBy(g => g.Key.Kind).ThenBy(g => g.Key.Component, StringComparer.Ordinal)
            .FirstOrDefault();
        if (largest.Shares is null)
            return null;
        var top = largest.Shares.OrderByDescending(s => s.Ms).First();
        var ids = largest.Shares.OrderByDescending(s => s.Ms).Select(s => s.Segment.RequestId).OfType<int>().Distinct().ToArray();
        return new Culprit
        {
            Kind = top.Kind,
            Component = top.Component,
            RequestId = ids.Length > 0 ? ids[0] : null,
            RequestIds = ids.Length > 1 ? [.. ids.Order()] : null,
            Url = top.Segment.Url,
            Ms = Milliseconds.Round(largest.Ms),
            Share = Math.Round(Math.Min(1, largest.Ms / ms), 2, MidpointRounding.AwayFromZero),
            Confidence = ConfidenceIn(top, timeline),
            Evidence = [.. largest.Shares
                .GroupBy(s => (s.Segment.RequestId, s.Segment.Detail, s.Segment.Url, s.Component))
                .Select(g => g.First() with { Ms = g.Sum(s => s.Ms) })
                .OrderByDescending(s => s.Ms)
                .Take(5)
                .Select(s => CulpritFacts.Of(s.Segment, s.Component, Milliseconds.Round(s.Ms), s.Segment.RequestId is { } id ? requests.GetValueOrDefault(id) : null))],
        };
    }

    private static IEnumerable<Share> Shares(Segment segment)
    {
        if (segment.Kind != SegmentKind.Server)
        {
            var (kind, component) = KindOf(segment);
            yield return new Share(kind, component, segment.Ms, segment);
            yield break;
        }
        foreach (var component in segment.Components ?? [])
            yield return new Share(CulpritKind.Backend, component.Name, component.Ms, segment);
    }

    private static (CulpritKind, string?) KindOf(Segment segment) => segment.Kind switch
    {
        SegmentKind.InputDelay or SegmentKind.Script => (CulpritKind.MainThread, null),
        SegmentKind.Queue => (CulpritKind.Queue, null),
        SegmentKind.Connect => (CulpritKind.Network, "connect"),
        SegmentKind.Network when segment.Detail == RequestStretches.Redirect => (CulpritKind.Network, "redirect"),
        SegmentKind.Network => (CulpritKind.Network, "transit"),
        SegmentKind.Download => (CulpritKind.Network, "download"),
        SegmentKind.Render or SegmentKind.Presentation => (CulpritKind.Rendering, null),
        SegmentKind.Idle => (CulpritKind.Idle, null),
        _ => (CulpritKind.Unknown, null),
    };

    private static Confidence ConfidenceIn(Share share, IReadOnlyList<Segment> timeline) => share.Kind switch
    {
        CulpritKind.Unknown => Confidence.Unknown,
        _ when LeadsNowhere(share.Segment, timeline) => Confidence.Inferred,
        CulpritKind.MainThread or CulpritKind.Queue => Confidence.Observed,
        CulpritKind.Network when share.Component is "connect" or "download" or "redirect" => Confidence.Observed,
        _ => Confidence.Inferred,
    };

    /// <summary>
    /// Whether a wait for something unseen came after it: a timer, say, that had perhaps been running all along. The browser saw
    /// the segment, and not that the result waited for it.
    /// </summary>
    private static bool LeadsNowhere(Segment segment, IReadOnlyList<Segment> timeline) =>
        segment.Kind != SegmentKind.InputDelay && timeline.Any(s => s.Kind == SegmentKind.Idle && s.StartMs > segment.StartMs);

    private readonly record struct Share(CulpritKind Kind, string? Component, double Ms, Segment Segment);
}
