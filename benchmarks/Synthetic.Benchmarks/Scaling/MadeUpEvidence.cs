using Synthetic.Core.Evidence;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Benchmarks.Scaling;

/// <summary>Evidence as a page could make it up, each way aimed at one place where work might multiply.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Of">The evidence, with so many entries of each kind that matters.</param>
internal sealed record MadeUpEvidence(string Name, Func<int, RunEvidence> Of)
{
    /// <summary>Entries of a kind that one document may bring.</summary>
    private const int OfDocument = 5000;

    private const string Site = "https://shop.example/";

    private static IReadOnlyList<ServerTimingMetric> Metrics { get; } = [.. Each(100, i => new ServerTimingMetric($"m{i}", 0.1 + (i * 0.01), ""))];

    public static IReadOnlyList<MadeUpEvidence> All { get; } =
    [
        new("a busy page", n => Run(n, i => i * 30.0, (page, at, count) => page with { Inputs = Keys(count, at), Events = Events(count, at, 24), LongFrames = Frames(count, at, 25), Resources = Requests(count, at, 20, i => Site), InteractionPaints = Paints(count, at, 24) })),
        new("a script under everything", n => Run(n, i => i * 30.0, (page, at, count) => page with { Events = Events(count, at, 24), LongFrames = [new LongFrame(0, 1e6, 0, 0, 0, null, [Script(0, 1e6)]), .. Frames(count, at, 5)], InteractionPaints = Paints(count, at, 24) })),
        new("everything at once", n => Run(n, i => i * 0.01, (page, at, count) => page with { Events = Events(count, at, 400_000), LongFrames = Frames(count, at, 400_000), Resources = Requests(count, at, 400_000, i => Site), InteractionPaints = Paints(count, at, 400_000) })),
        new("requests within a millisecond", n => Run(n, i => i * 0.0001, (page, at, count) => page with { Events = Events(Math.Min(count, 50), at, 400_000), Resources = Requests(count, at, 1, i => Site), InteractionPaints = Paints(Math.Min(count, 50), at, 400_000) })),
        new("inputs within a millisecond", n => Run(n, i => i * 0.0001, (page, at, count) => page with { Events = Events(count, at, 24), Inputs = Keys(count, at) })),
        new("keys that never come up", n => Run(n, i => i * 1.0, (page, at, count) => page with { Inputs = [.. Each(count, i => new InputNote(i, i % 2 == 0 ? "pointerup" : "keyup", at(i), at(i), at(i), at(i) + 1, null))] })),
        new("clicks that nothing hears, and scripts", n => Run(n, i => i * 30.0, (page, at, count) => page with { Inputs = [.. Each(count, i => new InputNote(i, "keydown", at(i), at(i), at(i), at(i) + 1, null) { Unheard = true })], Resources = [.. Requests(count, at, 1e6, i => $"{Site}{i}.js").Select(r => r with { Initiator = "script" })] })),
        new("addresses with queries of their own", n => Run(n, i => i * 30.0, (page, at, count) => page with { Resources = Requests(count, at, 20, i => $"{Site}list?page={page.Id}-{i}&size=50") })),
        new("a service worker that passes everything on", n => WithServiceWorker(Run(n, i => i * 30.0, (page, at, count) => page with { Resources = Requests(count, at, 1, i => Site) }))),
        new("a hundred metrics each", n => Run(n, i => i * 30.0, (page, at, count) => page with { Events = Events(count, at, 24), Resources = [.. Requests(count, at, 25, i => Site).Select(r => r with { ServerTiming = Metrics })], InteractionPaints = Paints(count, i => at(count), 24) })),
        new("five hundred documents", n => Many(n)),
    ];

    private static RunEvidence Run(int entries, Func<int, double> at, Func<DocumentEvidence, Func<int, double>, int, DocumentEvidence> fill) => new()
    {
        Steps = [new StepEvidence { Index = 0, Name = "all", Action = "type", DurationMs = 1e6 }],
        Documents = [.. Each((entries + OfDocument - 1) / OfDocument, d => fill(
            new DocumentEvidence { Id = $"d{d}", Top = true, Url = Site, OffsetMs = at(d * OfDocument) }, at, Math.Min(OfDocument, entries - (d * OfDocument))))],
        Exchanges = [.. Each(Math.Min(entries, 3000), i => new NetworkExchange { Method = "GET", Url = Site, ResourceType = "xhr", StartMs = at(i), ResponseStart = 1, ResponseEnd = 2, ServerTiming = ["db;dur=5"] })],
    };

    private static RunEvidence Many(int entries) => Run(0, i => i, (page, _, _) => page) with
    {
        Documents = [.. Each(500, d => new DocumentEvidence
        {
            Id = $"d{d}",
            Top = true,
            Url = Site,
            OffsetMs = d * 100.0,
            Events = Events(entries / 500, i => i * 30.0, 24),
            LongFrames = Frames(entries / 500, i => i * 30.0, 25),
            Resources = Requests(entries / 500, i => i * 30.0, 20, i => Site),
            SoftNavigations = [.. Each(entries / 500, i => new SoftNavigation(i, Site, 1, i + 1, i + 1))],
        })],
    };

    private static RunEvidence WithServiceWorker(RunEvidence run) => run with
    {
        Documents = [.. run.Documents, .. run.Documents.Select(d => d with
        {
            Id = $"{DocumentEvidence.ServiceWorkerPrefix}{d.Id}",
            // Each a little before the page's: no page's request is before it.
            Resources = [.. d.Resources.Select(r => r with { Start = r.Start - 1e6, ResponseEnd = r.ResponseEnd + 1e6 })],
        })],
    };

    private static List<EventTiming> Events(int count, Func<int, double> at, double ms) => Each(count, i => new EventTiming("keydown", i + 1, at(i), ms, at(i) + 1, at(i) + Math.Min(ms, 20), null));

    private static List<InputNote> Keys(int count, Func<int, double> at) => Each(count, i => new InputNote(i, "keydown", at(i), at(i) + 1, at(i) + 2, at(i) + 3, null));

    private static List<LongFrame> Frames(int count, Func<int, double> at, double ms) => Each(count, i => new LongFrame(at(i), ms, at(i) + 1, 0, 0, null, [Script(at(i), ms)]));

    private static ScriptTiming Script(double at, double ms) => new(at, ms, 0, 0, "run", null, null, null, null);

    private static List<ResourceTiming> Requests(int count, Func<int, double> at, double ms, Func<int, string> url) => Each(count, i => new ResourceTiming
    {
        Url = url(i),
        Initiator = "xmlhttprequest",
        Start = at(i),
        FetchStart = at(i),
        RequestStart = at(i),
        ResponseStart = at(i) + ms,
        ResponseEnd = at(i) + ms,
        Status = 200,
    });

    private static List<ContentfulPaint> Paints(int count, Func<int, double> at, double ms) => Each(count, i => new ContentfulPaint(at(i) + ms, 1, i + 1, at(i)));

    private static List<T> Each<T>(int count, Func<int, T> of) => [.. Enumerable.Range(0, Math.Max(0, count)).Select(of)];
}
