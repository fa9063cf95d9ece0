using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Benchmarks.WebVitalsPages.Scripts;
using Synthetic.Core.Scenarios;
using static Synthetic.Benchmarks.WebVitalsPages.Visits.PageVisits;

namespace Synthetic.Benchmarks.WebVitalsPages.Visits;

internal static class LcpVisits
{
    public static IReadOnlyList<PageVisit> All { get; } =
    [
        new("lcp"),
        new("lcp", "a click") { Steps = [Click("h1")] },
        new("lcp", "a key") { Steps = [Do.Of(StepAction.Press, null, "a")] },
        new("lcp?reportAllChanges=1"),
        new("lcp?reportAllChanges=1", "a click") { Steps = [Click("h1")] },
        new("lcp?lazyLoad=1", "a click") { Steps = [Click("h1")] },
        new("lcp?lazyLoad=1&reportAllChanges=1", "a click") { Steps = [Click("h1")] },
        new("lcp?doubleCall=1&reportAllChanges2=1"),
        new("lcp?batchReporting=1"),
        new("lcp?wasDiscarded=1"),
        new("lcp?renderBlocking=1000", "a click") { Steps = [Click("h1")] },
        new("lcp?renderBlocking=3000"),
        new("lcp?attribution=1&imgHidden=1"),
        new("lcp?attribution=1&removeElement=1"),
        new("lcp?loadAfterInput=1&renderBlocking=400", "two clicks") { Steps = [Click("h1"), Click("h1")] },
        new("lcp?imgDelay=0&imgHidden=1", "a click, then the image shows") { Script = typeof(ImageAfterClick) },
        new PageVisit("lcp?imgDelay=0&imgHidden=1", "hidden for a while, then the image shows") { Script = typeof(ImageAfterHiding) }.Differs(Pretended, "LCP"),
        new PageVisit("lcp?hidden=1", "shown later, then a click") { Script = typeof(ShownLate) }.Differs(Pretended, "LCP", "FCP", "CLS"),
        new("lcp?prerender=1", "follows the prerendered link") { Steps = [Click("#prerender-link")] },
        new("lcp", "loaded again") { Steps = [Do.Of(StepAction.Reload, null)] },
        new("lcp", "to another page and back") { Steps = [Do.Of(StepAction.Goto, null, "/test/fcp"), Do.Of(StepAction.Back, null)] },
        new("lcp?reportSoftNavs=1", "one route") { Steps = [Route(2), RouteImage] },
        new("lcp?reportSoftNavs=1&reportAllChanges=1", "two routes") { Steps = [Route(2), RouteImage, Route(3)] },
        new("lcp?reportSoftNavs=1", "three routes") { Steps = [Route(2), RouteImage, Route(3), Route(4)] },
        new("lcp?reportSoftNavs=1&loadAfterInput=1", "one route") { Steps = [Route(2), RouteImage] },
        new("lcp?reportSoftNavs=1&delayURLupdate=1#3", "a route whose address comes later") { Script = typeof(LateAddress) },
    ];
}
