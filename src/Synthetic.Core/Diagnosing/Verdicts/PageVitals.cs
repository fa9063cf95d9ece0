using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>A page's vitals, by the rules of the web-vitals library.</summary>
internal static class PageVitals
{
    /// <summary>Each page with when it began, on the run's clock.</summary>
    public static IEnumerable<(PageResult Page, double Begin)> Of(
        RunEvidence evidence, IReadOnlyList<Interaction> interactions, IReadOnlyList<Request> requests)
    {
        var byDocument = interactions.ToLookup(i => i.DocumentId, StringComparer.Ordinal);
        var loads = requests.Where(r => r is { Initiator: "navigation", DocumentId: not null }).ToLookup(r => r.DocumentId!, StringComparer.Ordinal);
        foreach (var document in evidence.Documents.Where(d => d.Top && WebAddress.IsHttp(d.Url)))
        {
            var own = byDocument[document.Id].ToArray();
            var load = document.Navigation is null ? null : loads[document.Id].LastOrDefault();
            var hard = new PageResult
            {
                // The address it was loaded under, where it changed it later.
                Url = document.SoftNavigations.Count > 0 ? document.Navigation?.Url ?? document.Url : document.Url,
                Navigation = "hard",
                TtfbMs = FirstByte(document) is { } first ? Milliseconds.Round(first) : null,
                FcpMs = document.FirstContentfulPaint is { } fcp ? Milliseconds.Round(Math.Max(fcp, 0)) : null,
                LcpMs = document.LargestPaints.Count > 0 ? Milliseconds.Round(Math.Max(document.LargestPaints[^1].Time, 0)) : null,
                // The library begins to count with the first paint.
                Cls = document.FirstContentfulPaint is null ? null : VitalRules.LayoutShiftScore(document.Shifts),
                InpMs = VitalRules.Inp(own, document.InteractionCount, Tolerances.ShortestEntry) is { } inp ? Milliseconds.Round(inp) : null,
                InteractionCount = Math.Max(document.InteractionCount, own.Length),
                ServerTiming = load?.ServerTiming ?? [],
                ServerTimingSource = load?.Source ?? ServerTimingSource.None,
            };
            yield return (hard, document.OffsetMs);
            // Its own vitals stay those of all of it, as without knowing of routes.
            foreach (var route in RoutePages.Of(document, own))
                yield return route;
        }
    }

    /// <summary>The first byte, unless it is one that the library passes over: browsers, and pages, have given 0, negative times and times to come.</summary>
    private static double? FirstByte(DocumentEvidence document) =>
        document.Navigation is { ResponseStart: > 0 and var first } && first < (document.AskedMs ?? double.PositiveInfinity) ? first : null;
}
