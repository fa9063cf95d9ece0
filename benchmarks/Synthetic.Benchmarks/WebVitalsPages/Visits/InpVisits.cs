using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Benchmarks.WebVitalsPages.Scripts;
using Synthetic.Core.Scenarios;
using static Synthetic.Benchmarks.WebVitalsPages.Visits.PageVisits;

namespace Synthetic.Benchmarks.WebVitalsPages.Visits;

internal static class InpVisits
{
    private const string Threshold = "the page leaves the library's `durationThreshold` of 40 ms in place, under which only a document's first input is told; ours is 16 ms";

    private static readonly Step Keys = Do.Of(StepAction.Type, "#textarea", "abc");

    public static IReadOnlyList<PageVisit> All { get; } =
    [
        new("inp", "nothing"),
        new("inp?click=100", "a click") { Steps = [Click("h1")] },
        new("inp?click=100", "a click that lasts 50 ms") { Script = typeof(LongClick) },
        new("inp?click=100&reportAllChanges=1", "a click") { Steps = [Click("h1")] },
        new("inp?click=150&loadAfterInput=1", "a click") { Steps = [Click("h1")] },
        new("inp?click=150&reportAllChanges=1&loadAfterInput=1", "a click") { Steps = [Click("h1")] },
        new("inp?click=100&wasDiscarded=1", "a click") { Steps = [Click("h1")] },
        new("inp?click=100&batchReporting=1", "a click") { Steps = [Click("h1")] },
        new("inp?click=100&keydown=220&doubleCall=1&reportAllChanges2=1", "a click, then keys") { Steps = [Click("#textarea"), Keys] },
        new("inp?keydown=50", "a click, keys, a click") { Steps = [Click("#textarea"), Keys, Click("#reset")] },
        new("inp?pointerdown=300", "a click") { Steps = [Click("#reset")] },
        new("inp?attribution=1&mouseup=100&click=50", "a click that lasts 50 ms") { Script = typeof(LongClick) },
        new("inp?attribution=1&pointerdown=100", "a click that lasts 50 ms") { Script = typeof(LongClick) },
        new PageVisit("inp?click=8", "a click") { Steps = [Click("h1")] }.Differs(Threshold, "INP"),
        new("inp?click=8&durationThreshold=16", "a click") { Steps = [Click("h1")] },
        new("inp?click=8&durationThreshold=16", "three clicks") { Steps = [Click("h1"), Click("h1"), Click("h1")] },
        new("inp?attribution=1&reportAllChanges=1&click=150&delayDCL=1000", "a click") { Steps = [Click("h1")] },
        new("inp?attribution=1&reportAllChanges=1&click=150&delayResponse=2000", "a click while it still comes") { Script = typeof(ClickWhileLoading) },
        new("inp?click=60&pointerdown=600", "50 clicks") { Script = typeof(FiftyClicks) },
        new("inp?click=60&pointerdown=600&reportAllChanges=1", "100 clicks") { Script = typeof(HundredClicks) },
        new("inp?click=150&prerender=1", "a click, the prerendered link, a click") { Steps = [Click("h1"), Click("#prerender-link"), Click("h1")] },
        new("inp?reportSoftNavs=1&click=150", "a route, a click") { Steps = [Route(2), Click("h1")] },
        new("inp?reportSoftNavs=1&reportAllChanges=1&click=150", "two routes") { Steps = [Route(2), Route(3)] },
        new("inp?reportSoftNavs=1&loadAfterInput=1&click=150", "two routes") { Steps = [Route(2), Route(3)] },
        new("inp?reportSoftNavs=1&click=150", "routes of 150, 200 and 100 ms") { Steps = [Route(2), Blocking("200"), Route(3), Blocking("100"), Click("h1")] },
        new PageVisit("inp?reportSoftNavs=1&click=8", "a route, a short click") { Steps = [Route(2), Click("h1")] }.Differs(Threshold, "INP"),
        new PageVisit("inp?reportSoftNavs=1&click=8&reportAllChanges=1", "a route, a short click") { Steps = [Route(2), Click("h1")] }.Differs(Threshold, "INP"),
        new("inp?reportSoftNavs=1&click=8&durationThreshold=16", "a route, a short click") { Steps = [Route(2), Click("h1")] },
    ];

    private static Step Blocking(string ms) => Do.Of(StepAction.Fill, "#click-blocking-time", ms);
}
