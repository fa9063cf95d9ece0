using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>A page's vitals, by the rules of the web-vitals library.</summary>
internal static class PageVitals
{
    /// <summary>The most route changes of a document that become pages: a page that makes them up must not fill the record.</summary>
    private const int MostRoutes = 200;

    /// <summary>Each page with when it began, on the run's clock.</summary>
    public static IEnumerable<(PageResult Page, double Begin)> Of(
        RunEvidence evidence, IReadOnlyList<Interaction> interactions, IReadOnlyList<Request> requests)
    {
        foreach (var document in evidence.Documents.Where(d => d.Top && WebAddress.IsHttp(d.Url)))
        {
            var own = interactions.Where(i => i.DocumentId == document.Id).ToArray();
            var load = document.Navigation is null ? null : requests.LastOrDefault(r =>
                r.Initiator == "navigation" && r.DocumentId == document.Id);
            var hard = new PageResult
            {
                // The address it was loaded under, where it changed it later.
                Url = document.SoftNavigations.Count > 0 ? document.Navigation?.Url ?? document.Url : document.Url,
                Navigation = "hard",
                TtfbMs = document.Navigation is { ResponseStart: > 0 and var first } ? Milliseconds.Round(first) : null,
                FcpMs = document.FirstContentfulPaint is { } fcp ? Milliseconds.Round(fcp) : null,
                LcpMs = document.LargestPaints.Count > 0 ? Milliseconds.Round(document.LargestPaints[^1].Time) : null,
                Cls = Math.Round(LayoutShiftScore(document.Shifts), 4),
                InpMs = Inp(own, document.InteractionCount) is { } inp ? Milliseconds.Round(inp) : null,
                InteractionCount = Math.Max(document.InteractionCount, own.Length),
                ServerTiming = load?.ServerTiming ?? [],
                ServerTimingSource = load?.Source ?? ServerTimingSource.None,
            };
            yield return (hard, document.OffsetMs);
            foreach (var soft in Soft(document, own))
                yield return soft;
        }
    }

    /// <summary>Route changes within a document. Its own vitals stay those of all of it, as without knowing of routes.</summary>
    private static IEnumerable<(PageResult, double)> Soft(DocumentEvidence document, IReadOnlyList<Interaction> interactions)
    {
        var routes = document.SoftNavigations.OrderBy(s => s.Start).Take(MostRoutes).ToArray();
        for (var i = 0; i < routes.Length; i++)
        {
            var from = routes[i].Start + document.OffsetMs;
            var to = i + 1 < routes.Length ? routes[i + 1].Start + document.OffsetMs : double.PositiveInfinity;
            // The interaction that changes the route belongs to the one before.
            var own = interactions.Where(x => x.Begin > from && x.Begin <= to).ToArray();
            var page = new PageResult
            {
                Url = routes[i].Url,
                Navigation = "soft",
                Cls = Math.Round(LayoutShiftScore([.. document.Shifts.Where(s => s.Start + document.OffsetMs > from && s.Start + document.OffsetMs <= to)]), 4),
                InpMs = Inp(own, own.Length) is { } inp ? Milliseconds.Round(inp) : null,
                InteractionCount = own.Length,
            };
            yield return (page, from);
        }
    }

    /// <summary>The longest interaction, one outlier left out for every 50 (https://web.dev/articles/inp).</summary>
    private static double? Inp(IReadOnlyList<Interaction> interactions, int count)
    {
        // Those too short for an entry count, but never are the longest: the first input always has one.
        var timed = interactions.Where(i => i.Bound != "upper").Select(i => i.Ms).OrderDescending().ToArray();
        if (timed.Length == 0)
            return interactions.Count == 0 ? null : interactions.Max(i => i.Ms);
        return timed[Math.Min(timed.Length - 1, Math.Max(count, interactions.Count) / 50)];
    }

    /// <summary>The worst session window: shifts under 1 s apart, 5 s long at most (https://web.dev/articles/cls).</summary>
    private static double LayoutShiftScore(IReadOnlyList<LayoutShift> shifts)
    {
        double worst = 0, window = 0, first = 0, last = double.NegativeInfinity;
        foreach (var shift in shifts.Where(s => !s.HadRecentInput).OrderBy(s => s.Start))
        {
            if (shift.Start - last >= 1000 || shift.Start - first >= 5000)
                (window, first) = (0, shift.Start);
            window += shift.Value;
            last = shift.Start;
            worst = Math.Max(worst, window);
        }
        return worst;
    }
}
