using Synthetic.Benchmarks.WebVitalsPages.Scripts;
using static Synthetic.Benchmarks.WebVitalsPages.Visits.PageVisits;

namespace Synthetic.Benchmarks.WebVitalsPages.Visits;

internal static class FcpVisits
{
    public static IReadOnlyList<PageVisit> All { get; } =
    [
        new("fcp"),
        new("fcp?lazyLoad=1"),
        new("fcp?attribution=1"),
        new("fcp?renderBlocking=2000"),
        new("fcp?doubleCall=1&reportAllChanges2=1"),
        new("fcp?wasDiscarded=1"),
        new("fcp?invisible=1"),
        new PageVisit("fcp?invisible=1", "hidden, then shown, before its first paint") { Script = typeof(HiddenBeforePaint) }.Differs(Pretended, "FCP", "LCP", "CLS"),
        new PageVisit("fcp?hidden=1", "shown later, then a click") { Script = typeof(ShownLate) }.Differs(Pretended, "FCP", "LCP", "CLS"),
        new("fcp?prerender=1", "follows the prerendered link") { Steps = [Click("#prerender-link")] },
        new("fcp?reportSoftNavs=1", "two routes") { Steps = [Route(2), RouteImage, Route(3)] },
        new("fcp?reportSoftNavs=1&reportAllChanges=1", "two routes") { Steps = [Route(2), RouteImage, Route(3)] },
        new("fcp?reportSoftNavs=1&loadAfterInput=1", "one route") { Steps = [Route(2), RouteImage] },
    ];
}
