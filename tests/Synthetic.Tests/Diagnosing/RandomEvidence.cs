using FsCheck;
using FsCheck.Fluent;
using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Tests.Diagnosing;

/// <summary>Evidence as no honest page would send it: overlapping, backwards, absurd, missing.</summary>
internal static class RandomEvidence
{
    private static readonly string[] Urls = ["https://shop.example/", "https://shop.example/api#top", "https://pay.other/x", "about:blank", "http", ""];
    private static readonly string[] Names = ["db", "DB", "total", "app", "external", "external.db", "traceparent", "", "cache"];
    private static readonly double[] Absurd =
    [
        0, -0.0, -1, 1e-9, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, 1e12, -1e12, 99.95, 100.05,
    ];

    /// <summary>Mostly times that meet each other, on a tenth of a millisecond; now and then nonsense.</summary>
    private static readonly Gen<double> Time = Gen.Frequency(
        (12, Gen.Choose(0, 30000).Select(t => t / 10.0)), (4, Gen.Choose(0, 40).Select(t => t * 25.0)), (1, Gen.Elements(Absurd)));

    private static readonly Gen<double> Length = Gen.Frequency(
        (8, Gen.Choose(0, 6000).Select(t => t / 10.0)), (3, Gen.Elements(0.0, 8, 16, 50, 100)), (1, Gen.Elements(Absurd)));

    private static readonly Gen<double> Short = Gen.Frequency((9, Gen.Choose(0, 300).Select(t => t / 10.0)), (1, Length));

    private static readonly Gen<string?> Text = Gen.Elements<string?>(null, "", "BUTTON#b.onclick", "Response.json.then", "\u0000\"<x>\n", string.Concat(Enumerable.Repeat("😀", 400)));

    private static readonly Gen<ServerTimingMetric> Metric =
        from name in Gen.Elements(Names) from ms in Length from text in Text select new ServerTimingMetric(name, ms, text!);

    private static readonly Gen<string> Header = Gen.Frequency(
        (6, from name in Gen.Elements(Names) from ms in Gen.Choose(0, 5000) select $"{name};dur={ms / 10.0:0.0}, cache;dur=3"),
        (1, Gen.Elements("db;dur=1e308, db;dur=1e308", "db;dur=-5", ",,;=\"", "total", "a;dur=1e999")));

    private static readonly Gen<EventTiming> Event =
        from name in Gen.Elements("pointerdown", "pointerup", "click", "keydown", "keyup", "mousedown", null!)
        from id in Gen.Choose(-1, 6)
        from start in Time
        from first in Short
        from last in Short
        from ms in Gen.Frequency((1, Length), (3, Gen.Constant(first + last + 8)))
        from target in Text
        select new EventTiming(name, id, start, ms, start + first, start + last, target);

    private static readonly Gen<InputNote> Note =
        from n in Gen.Choose(0, 9)
        from name in Gen.Elements("pointerdown", "pointerup", "click", "keydown", "keyup", "wheel")
        from start in Time
        from first in Short
        from last in Gen.Frequency((3, Short.Select(l => (double?)l)), (1, Gen.Constant((double?)null)))
        from painted in Gen.Frequency((3, Length.Select(l => (double?)l)), (1, Gen.Constant((double?)null)))
        from unheard in Gen.Elements<bool?>(true, null, null)
        from heard in Gen.Frequency((1, Time.Select(t => (double?)t)), (2, Gen.Constant((double?)null)))
        select new InputNote(n, name, start, start + first, start + last, start + painted, null) { Unheard = unheard, Heard = heard };

    private static readonly Gen<ActionNote> Action =
        from start in Time from target in Text select new ActionNote("input", start, target);

    private static readonly Gen<MotionEvidence> Motion =
        from what in Text from target in Text from end in Time select new MotionEvidence(what!, target, end);

    private static readonly Gen<ScriptTiming> Script =
        from start in Time
        from ms in Length
        from pause in Length
        from forced in Length
        from invoker in Text
        from type in Gen.Elements<string?>("event-listener", "classic-script", "resolve-promise", null)
        select new ScriptTiming(start, ms, forced, pause, invoker, type, invoker, null, null);

    private static readonly Gen<LongFrame> Frame =
        from start in Time
        from ms in Length
        from render in Time
        from scripts in Some(Script, 3)
        select new LongFrame(start, ms, render, 0, ms, null, scripts);

    private static readonly Gen<ResourceTiming> Resource =
        from url in Gen.Elements(Urls)
        from initiator in Gen.Elements("fetch", "xmlhttprequest", "navigation", "img", "link", "script", "iframe")
        from start in Time
        from t in Gen.ArrayOf(Time, 6)
        from l in Gen.ArrayOf(Length, 4)
        from timed in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from sane in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from metrics in Some(Metric, 3)
        select sane
            ? new ResourceTiming
            {
                Url = url,
                Initiator = initiator,
                Start = start,
                FetchStart = start,
                DomainLookupStart = start,
                ConnectEnd = start + l[0],
                RequestStart = timed ? start + l[0] + l[1] : 0,
                ResponseStart = start + l[0] + l[1] + l[2],
                ResponseEnd = start + l[0] + l[1] + l[2] + l[3],
                ServerTiming = metrics,
                RenderBlocking = timed,
            }
            : new ResourceTiming
            {
                Url = url,
                Initiator = initiator,
                Start = start,
                RedirectEnd = t[0],
                FetchStart = t[1],
                DomainLookupStart = t[2],
                ConnectEnd = t[3],
                RequestStart = timed ? t[4] : 0,
                ResponseStart = t[5],
                ResponseEnd = l[0],
                ServerTiming = metrics,
            };

    private static readonly Gen<NetworkExchange> Exchange =
        from url in Gen.Elements(Urls)
        from type in Gen.Elements("fetch", "xhr", "document", "image")
        from start in Time
        from sane in Gen.Elements(true, false)
        from lengths in Gen.ArrayOf(Gen.Choose(1, 300), 3)
        from parts in Gen.ArrayOf(Gen.Frequency((4, Length.Select(l => (double?)l)), (1, Gen.Constant((double?)null))), 5)
        from to in Gen.Frequency((4, Gen.Constant((string?)null)), (1, Gen.Elements(Urls).Select(u => (string?)u)))
        from headers in Some(Header, 2)
        select new NetworkExchange
        {
            Method = "GET",
            Url = url,
            ResourceType = type,
            StartMs = start,
            ConnectStart = sane ? null : parts[0],
            ConnectEnd = sane ? null : parts[1],
            RequestStart = sane ? lengths[0] / 10.0 : parts[2],
            ResponseStart = sane ? lengths[0] + lengths[1] : parts[3],
            ResponseEnd = sane ? lengths[0] + lengths[1] + lengths[2] : parts[4],
            RedirectedTo = to,
            ServerTiming = headers,
        };

    private static readonly Gen<ContentfulPaint> Paint =
        from time in Time from size in Length from id in Gen.Choose(0, 6) from start in Time select new ContentfulPaint(time, size, id, start);

    private static readonly Gen<LayoutShift> Shift =
        from start in Time from value in Length from input in Gen.Elements(true, false) select new LayoutShift(start, value, input);

    private static readonly Gen<DocumentEvidence> Document =
        from id in Gen.Choose(1, 3)
        from top in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from url in Gen.Elements(Urls)
        from offset in Time
        from count in Gen.Elements(0, 1, 60, -1, int.MaxValue)
        from navigation in Gen.Frequency((2, Resource.Select(r => (ResourceTiming?)r)), (1, Gen.Constant((ResourceTiming?)null)))
        from events in Some(Event, 6)
        from notes in Some(Note, 6)
        from actions in Some(Action, 2)
        from frames in Some(Frame, 4)
        from resources in Some(Resource, 5)
        from fcp in Gen.Frequency((2, Time.Select(t => (double?)t)), (1, Gen.Constant((double?)null)))
        from paints in Some(Paint, 2)
        from answers in Some(Paint, 3)
        from shifts in Some(Shift, 3)
        select new DocumentEvidence
        {
            Id = $"d{id}",
            Top = top,
            Url = url,
            OffsetMs = offset,
            InteractionCount = count,
            Navigation = navigation,
            Events = events,
            Inputs = notes,
            Actions = actions.Length > 0 ? actions : null,
            LongFrames = frames,
            Resources = resources,
            FirstContentfulPaint = fcp,
            LargestPaints = paints,
            InteractionPaints = answers,
            Shifts = shifts,
        };

    private static readonly Gen<Budget> Limit =
        from metric in Gen.Elements("inp", "response", "lcp", "fcp", "ttfb", "cls", "duration", "server.db", "other")
        from limit in Gen.Choose(0, 600)
        from kind in Gen.Choose(0, 4)
        select kind switch
        {
            0 => Budget.OverBaseline(metric, 20),
            1 => Budget.OverBaseline(metric, 20) with { Reason = "no baseline yet" },
            2 => new Budget(metric, limit) { Percent = 20, BaselineMs = limit / 1.2 },
            _ => new Budget(metric, limit),
        };

    private static readonly Gen<StepEvidence> Step =
        from index in Gen.Choose(0, 3)
        from begin in Time
        from ms in Length
        from status in Gen.Elements(StepStatus.Passed, StepStatus.Passed, StepStatus.Failed, StepStatus.Skipped)
        from driven in Gen.Choose(0, 3)
        from painted in Gen.Frequency((3, Time.Select(t => (double?)t)), (1, Gen.Constant((double?)null)))
        from acted in Gen.Frequency((1, Time.Select(t => (double?)t)), (2, Gen.Constant((double?)null)))
        from unseen in Gen.Frequency((1, Time.Select(t => (double?)t)), (3, Gen.Constant((double?)null)))
        from motions in Some(Motion, 2)
        from flag in Gen.Elements<bool?>(true, null)
        from budgets in Some(Limit, 2)
        select new StepEvidence
        {
            Index = index,
            Name = $"step {index}",
            Action = "click",
            FromMs = begin,
            DurationMs = ms,
            Status = status,
            DrivenInteractions = driven,
            Expects = painted is not null,
            ExpectationPaintedMs = painted,
            ActedMs = acted,
            ReadyMs = acted,
            ExpectationHeld = flag,
            ExpectationUnseenMs = unseen,
            ExpectationMotions = motions.Length > 0 ? motions : null,
            ExpectsRest = flag,
            Budgets = budgets,
        };

    public static Gen<RunEvidence> Any { get; } =
        from steps in Some(Step, 3)
        from whole in Gen.Elements(true, false)
        from documents in Some(Document, 3)
        from exchanges in Some(Exchange, 6)
        from budgets in Some(Limit, 3)
        from ending in Gen.Elements(RunEnding.Completed, RunEnding.Completed, RunEnding.Aborted, RunEnding.Broken)
        select new RunEvidence
        {
            // Half of the runs have a first step that takes everything in: else most would have nothing to judge.
            Steps = whole ? [new StepEvidence { Index = 0, Name = "all", Action = "click", FromMs = -1e6, DurationMs = 5000, ExpectationPaintedMs = 2500, Expects = true }, .. steps] : steps,
            Documents = documents,
            Exchanges = exchanges,
            Budgets = budgets,
            Ending = ending,
        };

    private static Gen<T[]> Some<T>(Gen<T> of, int most) => Gen.Choose(0, most).SelectMany(count => of.ArrayOf(count));
}
