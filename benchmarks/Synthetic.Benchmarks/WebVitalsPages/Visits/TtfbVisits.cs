using static Synthetic.Benchmarks.WebVitalsPages.Visits.PageVisits;

namespace Synthetic.Benchmarks.WebVitalsPages.Visits;

internal static class TtfbVisits
{
    public static IReadOnlyList<PageVisit> All { get; } =
    [
        new("ttfb"),
        new("ttfb?lazyLoad=1"),
        new("ttfb?delay=1000"),
        new("ttfb?responseStart=-1"),
        new("ttfb?responseStart=0"),
        new("ttfb?responseStart=1000000000000"),
        new("ttfb?wasDiscarded=1"),
        new("ttfb?doubleCall=1&reportAllChanges2=1"),
        new("ttfb?attribution=1"),
        new("ttfb?earlyHintsDelay=50&attribution=1"),
        new("ttfb?prerender=1&imgDelay=1000", "follows the prerendered link") { Steps = [Click("#prerender-link")] },
        new("ttfb?reportSoftNavs=1", "two routes") { Steps = [Route(2), RouteImage, Route(3)] },
        new("ttfb?reportSoftNavs=1&reportAllChanges=1", "two routes") { Steps = [Route(2), RouteImage, Route(3)] },
        new("ttfb?reportSoftNavs=1&loadAfterInput=1", "one route") { Steps = [Route(2), RouteImage] },
    ];
}
