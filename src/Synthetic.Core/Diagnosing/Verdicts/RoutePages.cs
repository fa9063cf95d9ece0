using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>
/// Route changes inside a document as pages of their own, by the rules that the web-vitals library has with <c>reportSoftNavs</c>.
/// A route begins with the frame that first painted it, or with its address where that changed later: what moved or ended before then
/// belongs to the page before, although the interaction that led there, from which its paints are counted, is older still.
/// </summary>
internal static class RoutePages
{
    /// <summary>The most route changes of a document that become pages: a page that makes them up must not fill the record.</summary>
    private const int MostRoutes = 200;

    /// <summary>What the library takes for the INP of a route whose interactions were all too short for an entry.</summary>
    private const double ShortInteraction = 8;

    /// <summary>Each with when it began, on the run's clock.</summary>
    public static IEnumerable<(PageResult Page, double Begin)> Of(DocumentEvidence document, IReadOnlyList<Interaction> interactions)
    {
        var routes = document.SoftNavigations.OrderBy(Begin).Take(MostRoutes).ToArray();
        var placed = interactions.Select(x => (Interaction: x, Place: PlaceOf(x, document, routes))).ToArray();
        for (var i = 0; i < routes.Length; i++)
        {
            var route = routes[i];
            double from = Begin(route), to = i + 1 < routes.Length ? Begin(routes[i + 1]) : double.PositiveInfinity;
            bool Holds(double instant) => instant > from && instant <= to;
            var own = placed.Where(x => Holds(x.Place)).Select(x => x.Interaction).ToArray();
            var page = new PageResult
            {
                Url = route.Url,
                Navigation = "soft",
                // Nothing is loaded: the library counts no time to first byte.
                TtfbMs = route.Painted is null ? null : 0,
                FcpMs = route.Painted is { } painted ? Milliseconds.Round(Math.Max(painted - route.Start, 0)) : null,
                LcpMs = Largest(document, route, to) is { } largest ? Milliseconds.Round(Math.Max(largest, 0)) : null,
                Cls = document.FirstContentfulPaint is null ? null : VitalRules.LayoutShiftScore(document.Shifts.Where(s => Holds(s.Start))),
                InpMs = VitalRules.Inp(own, own.Length, ShortInteraction) is { } inp ? Milliseconds.Round(inp) : null,
                InteractionCount = own.Length,
            };
            yield return (page, route.Start + document.OffsetMs);
        }
    }

    private static double End(SoftNavigation route) => route.Start + (route.Duration ?? 0);

    /// <summary>
    /// From when on things belong to a route. The browser reports it when it is painted and its address has changed: where that took
    /// longer than a report does, the address was late, and what was reported until then was the page's before.
    /// </summary>
    private static double Begin(SoftNavigation route) => Math.Max(End(route), route.Reported - Tolerances.RouteReport ?? 0);

    /// <summary>
    /// When an interaction is over; in evidence that does not say when routes were painted, when it began. One that led to a route is over
    /// before that begins, though its entry, whose length is rounded, may say otherwise.
    /// </summary>
    private static double PlaceOf(Interaction interaction, DocumentEvidence document, IReadOnlyList<SoftNavigation> routes)
    {
        var over = (routes.Any(r => r.Duration is null) ? interaction.Begin : interaction.End) - document.OffsetMs;
        return routes.FirstOrDefault(r => r.InteractionId == interaction.Id) is { } led ? Math.Min(over, Begin(led)) : over;
    }

    /// <summary>The latest largest paint of the interaction that led to the route, until the next input or the next route.</summary>
    private static double? Largest(DocumentEvidence document, SoftNavigation route, double to)
    {
        if (route.Painted is null)
            return null;
        var next = document.Inputs.Where(i => i.Name is "click" or "keydown" && i.Start > End(route)).Select(i => i.Start).DefaultIfEmpty(to).Min();
        var last = document.InteractionPaints.LastOrDefault(p =>
            p.InteractionId == route.InteractionId && p.Time > End(route) && p.Time <= Math.Min(next, to)) ?? route.Largest;
        return last is null ? null : (last.Rendered ?? last.Time) - last.Start;
    }
}
