using Synthetic.Benchmarks.WebVitalsPages.Scripts;
using static Synthetic.Benchmarks.WebVitalsPages.Visits.PageVisits;

namespace Synthetic.Benchmarks.WebVitalsPages.Visits;

internal static class ClsVisits
{
    public static IReadOnlyList<PageVisit> All { get; } =
    [
        new("cls"),
        new("cls?reportAllChanges=1"),
        new("cls?lazyLoad=1"),
        new("cls?noLayoutShifts=1"),
        new("cls?doubleCall=1&reportAllChanges2=1"),
        new("cls?batchReporting=1"),
        new("cls?wasDiscarded=1"),
        new("cls?img2Hidden=1&attribution=1"),
        new("cls?attribution=1&delayDCL=2000"),
        new("cls", "shifts in three sessions") { Script = typeof(ShiftsInSessions) },
        new("cls?noLayoutShifts=1&attribution=1", "a shift after load") { Script = typeof(ShiftAfterLoad) },
        new("cls", "shifts again after it was hidden for a while") { Script = typeof(ShiftAfterHiding) },
        new PageVisit("cls?hidden=1", "shown later, then a click") { Script = typeof(ShownLate) }.Differs(Pretended, "CLS", "FCP", "LCP"),
        new("cls?prerender=1", "follows the prerendered link") { Steps = [Click("#prerender-link")] },
        new("cls?reportSoftNavs=1", "one route") { Steps = [Route(2), RouteImage] },
        new("cls?reportSoftNavs=1&reportAllChanges=1", "two routes") { Steps = [Route(2), RouteImage, Route(3)] },
        new("cls?reportSoftNavs=1", "three routes") { Steps = [Route(2), RouteImage, Route(3), Route(4)] },
        new("cls?reportSoftNavs=1&loadAfterInput=1", "one route") { Steps = [Route(2), RouteImage] },
        new("cls?reportSoftNavs=1&delayURLupdate=1", "a route whose address comes later") { Script = typeof(LateAddress) },
    ];
}
