using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Tests.Terminal;

/// <summary>Records made by hand: one for each thing the terminal has to show.</summary>
internal static class SampleRecords
{
    internal static readonly DateTimeOffset StartedAt = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An awaited order: quick INP, a response that the database holds up, one budget broken.</summary>
    internal static RunRecord SlowDatabase() => Empty("place-order") with
    {
        DurationMs = 1834.2,
        Status = RunStatus.Degraded,
        Pages = [Shop(inp: 48)],
        Steps = [Open(), AddToCart(), PlaceOrder()],
        Budgets =
        [
            new("inp", "Place order", 200, 48, true),
            new("response", "Place order", 1000, 518.4, true),
            new("server.db", "Place order", 200, 350, false),
            new("cls", null, 0.1, 0, true),
            new("lcp", null, 2500, null, null),
        ],
        Coverage = new(2, 2, 0, 0),
        Evidence = new RunEvidence { Browser = "chromium 156" },
    };

    /// <summary>A synchronous request: the same server holds up the next paint itself, in a page too heavy besides.</summary>
    internal static RunRecord BlockedMainThread() => Empty("checkout") with
    {
        DurationMs = 2210,
        Status = RunStatus.Passed,
        Host = new HostState
        {
            Verdict = HostState.Noisy,
            Reasons = ["other programs used 70 % of the processors, and something waited for a processor 98 % of the time"],
        },
        Attempt = 2,
        EarlierFailures = [new(null, FailureKind.Browser, "the page's process died")],
        Pages = [Shop(inp: 624) with { LcpMs = 4200, Cls = 0.31, TtfbMs = 900 }],
        Steps = [Checkout()],
        Coverage = new(3, 1, 1, 1),
    };

    /// <summary>An expectation that never came true, with noise around it.</summary>
    internal static RunRecord Failed() => Empty("place-order") with
    {
        DurationMs = 6120,
        Status = RunStatus.Failed,
        Failure = new(
            "Place order", FailureKind.Expectation,
            "expected text \"Order confirmed\" to be visible within 5s; the page showed \"Something went wrong. Please try again later.\"",
            "http://127.0.0.1:5080/cart?session=8f14e45fceea167a5a36dedd4bea2543&utm_source=newsletter&utm_campaign=spring"),
        Pages = [Shop(inp: null)],
        Steps =
        [
            Open(),
            new StepResult
            {
                Index = 1, Name = "Place order", Action = "click", Status = StepStatus.Failed, DurationMs = 5004,
                Incidents = [new("page-error", "TypeError: Cannot read properties of undefined (reading 'id')")],
            },
            new StepResult { Index = 2, Name = "See the receipt", Action = "waitFor", Status = StepStatus.Skipped },
        ],
        Budgets = [new("inp", "Place order", 200, null, null)],
    };

    /// <summary>Everything a page says, turned against the terminal.</summary>
    internal static RunRecord Hostile() => Empty("[red]shop[/] \u001b[31m") with
    {
        DurationMs = 100,
        Status = RunStatus.Failed,
        Failure = new(
            "[link]", FailureKind.Script,
            "boom [bold]\u001b]8;;http://evil\u0007click\u001b[2J\r\nok: all passed \u202Egnp.exe " + new string('A', 900),
            "http://evil.test/" + new string('x', 300) + "/[/]end"),
        Steps =
        [
            new StepResult
            {
                Index = 0, Name = "[link]", Action = "click", Status = StepStatus.Failed, DurationMs = 90,
                Interactions =
                [
                    new InteractionResult
                    {
                        Id = 1, Type = "pointer", Target = "#注文する\u001b[0m[[", Inp = null,
                        Response = Window(240, [Server(0, 240, ("[evil]\u001b[5m", 200), ("注文データベース接続プール待ち時間合計", 30))],
                            Blame(CulpritKind.Backend, "[evil]\u001b[5m", 200, 0.83, "[dim]\u001b[1A said so")),
                    },
                ],
            },
        ],
    };

    internal static RunRecord Empty(string scenario) => new()
    {
        RunId = "01958a3c-0000-7000-8000-000000000001",
        Scenario = scenario,
        StartedAt = StartedAt,
    };

    internal static StepResult PlaceOrder() => new()
    {
        Index = 2,
        Name = "Place order",
        Action = "click",
        Status = StepStatus.Passed,
        DurationMs = 640.9,
        Interactions =
        [
            new InteractionResult
            {
                Id = 5890, Type = "pointer", Target = "#place-order", Inp = Inp(48, 1.3, 31.5, 15.2),
                Response = Window(
                    518.4,
                    [
                        Part(SegmentKind.InputDelay, 0, 1.3), Part(SegmentKind.Script, 1.3, 31.5),
                        Part(SegmentKind.Queue, 32.8, 3.3), Server(36.1, 400, ("db", 350), ("cache", 5)),
                        Part(SegmentKind.Network, 436.1, 4.2), Part(SegmentKind.Download, 440.3, 0.7),
                        Part(SegmentKind.Idle, 441, 59), Part(SegmentKind.Render, 500, 18.4),
                    ],
                    Blame(
                        CulpritKind.Backend, "db", 350, 0.675,
                        "POST /api/orders waited 404 ms for its first byte; Server-Timing accounts for 355 ms of it: db 350, cache 5",
                        "Server-Timing carries no start times: its place inside the wait is inferred")),
            },
        ],
        Advice =
        [
            new("memoize", "Keep the answer of GET /api/price instead of asking again, if it can't have changed: it had been asked for already, and the page wrote nothing to its host since; the 2 repeats took 90 ms of the 518 ms response (17 %)", 90),
            new("trim-header", "Trim the Server-Timing header of POST /api/orders: it has 2,931 bytes", null),
        ],
    };

    /// <summary>The same order by a synchronous request: one culprit for both windows.</summary>
    internal static RunRecord SynchronousOrder()
    {
        IReadOnlyList<Segment> timeline = [Part(SegmentKind.Script, 0, 30), Server(30, 410, ("db", 390)), Part(SegmentKind.Render, 440, 32)];
        var blame = Blame(CulpritKind.Backend, "db", 390, 0.826, "POST /api/orders answered after 415 ms");
        var step = PlaceOrder();
        var interaction = step.Interactions[0] with
        {
            Inp = Inp(472, 0, 440, 32) with { Rating = Rating.NeedsImprovement, Timeline = timeline, Culprit = blame },
            Response = Window(472, timeline, blame),
        };
        return Empty("place-order") with { DurationMs = 900, Steps = [step with { Interactions = [interaction] }] };
    }

    private static StepResult Checkout() => new()
    {
        Index = 0,
        Name = "Check out",
        Action = "click",
        Status = StepStatus.Passed,
        DurationMs = 1900,
        Interactions =
        [
            new InteractionResult
            {
                Id = 7, Type = "pointer", Target = "#checkout",
                Inp = Inp(624, 180, 300, 144) with
                {
                    Rating = Rating.Poor,
                    Timeline =
                    [
                        Part(SegmentKind.InputDelay, 0, 180), Part(SegmentKind.Script, 180, 300), Part(SegmentKind.Render, 480, 120),
                        Part(SegmentKind.Presentation, 600, 24),
                    ],
                    Culprit = Blame(
                        CulpritKind.MainThread, null, 300, 0.48,
                        "BUTTON#checkout.onclick ran 300 ms in one long frame (cart.js)") with { Confidence = Confidence.Observed },
                },
                Response = Window(
                    1290,
                    [
                        Part(SegmentKind.InputDelay, 0, 180), Part(SegmentKind.Script, 180, 300), Server(480, 190, ("total", 130)),
                        Server(670, 190, ("total", 130)), Part(SegmentKind.Network, 860, 330), Part(SegmentKind.Render, 1190, 100),
                    ],
                    Blame(CulpritKind.Network, "transit", 330, 0.256, "The wait is 330 ms longer than what the server accounts for") with
                    {
                        RequestIds = [3, 4],
                    }) with { Rating = Rating.NeedsImprovement },
            },
            new InteractionResult
            {
                Id = 0, Type = "keyboard", Target = "#coupon", Source = InteractionSource.Estimated,
                Inp = Inp(12, 1, 8, 3) with { Bound = "lower" },
            },
        ],
    };

    private static StepResult Open() => new() { Index = 0, Name = "goto /", Action = "goto", Status = StepStatus.Passed, DurationMs = 112 };

    private static StepResult AddToCart() => new()
    {
        Index = 1,
        Name = "Add to cart",
        Action = "click",
        Status = StepStatus.Passed,
        DurationMs = 88,
        Interactions = [new InteractionResult { Id = 5883, Type = "pointer", Target = "#add-to-cart", Inp = Inp(24, 0.9, 8, 15.1) }],
    };

    private static PageResult Shop(double? inp) => new()
    {
        Url = "http://127.0.0.1:5080/",
        Navigation = "hard",
        TtfbMs = 7.1,
        FcpMs = 44,
        LcpMs = 44,
        Cls = 0,
        InpMs = inp,
        InteractionCount = inp is null ? 0 : 2,
        ServerTiming = [new ServerTimingMetric("render", 3)],
        ServerTimingSource = ServerTimingSource.Page,
    };

    private static InpWindow Inp(double ms, double delay, double processing, double presentation) => new()
    {
        Ms = ms,
        Rating = Rating.Good,
        InputDelayMs = delay,
        ProcessingMs = processing,
        PresentationMs = presentation,
        Timeline =
        [
            Part(SegmentKind.InputDelay, 0, delay), Part(SegmentKind.Script, delay, processing),
            Part(SegmentKind.Render, delay + processing, presentation),
        ],
    };

    private static ResponseWindow Window(double ms, IReadOnlyList<Segment> timeline, Culprit? culprit) => new()
    {
        Ms = ms,
        Rating = Rating.Good,
        Source = ResponseSource.Expectation,
        PrecisionMs = 16,
        Timeline = timeline,
        Culprit = culprit,
    };

    private static Culprit Blame(CulpritKind kind, string? component, double ms, double share, params string[] evidence) => new()
    {
        Kind = kind,
        Component = component,
        Ms = ms,
        Share = share,
        Confidence = Confidence.Inferred,
        Evidence = evidence,
    };

    private static Segment Part(SegmentKind kind, double start, double ms) => new() { Kind = kind, StartMs = start, Ms = ms };

    private static Segment Server(double start, double ms, params (string Name, double Ms)[] components) => new()
    {
        Kind = SegmentKind.Server,
        StartMs = start,
        Ms = ms,
        RequestId = 7,
        Components = [.. components.Select(one => new SegmentComponent(one.Name, one.Ms))],
    };
}
