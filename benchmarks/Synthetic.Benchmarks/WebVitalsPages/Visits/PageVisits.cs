using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.WebVitalsPages.Visits;

/// <summary>The visits that the library's end-to-end tests make, as far as they are different to us.</summary>
internal static class PageVisits
{
    /// <summary>Why values of a page that says it is hidden differ.</summary>
    public const string Pretended =
        "the page overwrites `document.visibilityState`; a driven page is never hidden, and we report what the browser painted";

    private const string Late =
        "the page loads the library after its first input, and of what was before, browsers keep only that input and what took 104 ms; we listen from the beginning";

    public static IReadOnlyList<PageVisit> All { get; } =
    [
        .. new[] { ClsVisits.All, FcpVisits.All, InpVisits.All, LcpVisits.All, TtfbVisits.All }.SelectMany(visits => visits)
            .Select(visit => visit.IsLate ? visit.Differs(Late, "INP") : visit),
    ];

    public static Step Click(string selector) => Do.Of(StepAction.Click, selector);

    public static Step WaitFor(string selector) => Do.Of(StepAction.WaitFor, selector);

    /// <summary>A click that changes the route, until its text is there.</summary>
    /// <param name="route">The number that the page gives the route: 2 for the first.</param>
    public static Step Route(int route) => Click("#soft-nav") with { Expect = new Expectation { Text = $"{route} Lorem" } };

    /// <summary>The image of the first route, which has no size before it has come.</summary>
    public static Step RouteImage => WaitFor("main div img");
}
