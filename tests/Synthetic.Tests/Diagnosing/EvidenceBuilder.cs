using Synthetic.Core.Deriving;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;
using Synthetic.Core.Scenarios;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Tests.Diagnosing;

/// <summary>
/// Evidence in a few words: one step on one page, unless told otherwise. All times are the run's clock; the page's own
/// begins at 0, the step at 1,000, the click at 1,010.
/// </summary>
internal sealed class EvidenceBuilder
{
    public const double Click = 1010;
    public const string Page = "https://shop.example/";

    private readonly List<StepEvidence> _steps = [];
    private readonly List<DocumentEvidence> _documents = [];
    private readonly List<NetworkExchange> _exchanges = [];
    private readonly List<Budget> _budgets = [];
    private RunEnding _ending;
    private Failure? _failure;
    private HostState? _host;

    public EvidenceBuilder()
    {
        _steps.Add(new StepEvidence { Index = 0, Name = "Place order", Action = "click", FromMs = 1000, DurationMs = 5000, DrivenInteractions = 1 });
        _documents.Add(new DocumentEvidence { Id = "page", Top = true, Url = Page, OffsetMs = 0 });
    }

    /// <summary>What the step expects was painted so long after the click.</summary>
    public EvidenceBuilder Shows(double afterClick) => Step(s => s with { Expects = true, ExpectationPaintedMs = Click + afterClick });

    /// <summary>Changes the last step.</summary>
    public EvidenceBuilder Step(Func<StepEvidence, StepEvidence> change) => Change(_steps, change);

    public EvidenceBuilder NextStep(string name, double from)
    {
        _steps.Add(new StepEvidence { Index = _steps.Count, Name = name, Action = "click", FromMs = from, DurationMs = 1000 });
        return this;
    }

    /// <summary>Changes the last document.</summary>
    public EvidenceBuilder Document(Func<DocumentEvidence, DocumentEvidence> change) => Change(_documents, change);

    public EvidenceBuilder NextDocument(string url, double offset)
    {
        _documents.Add(new DocumentEvidence { Id = $"page{_documents.Count + 1}", Top = true, Url = url, OffsetMs = offset });
        return this;
    }

    public EvidenceBuilder Ends(RunEnding ending, Failure? failure = null)
    {
        (_ending, _failure) = (ending, failure);
        return this;
    }

    public EvidenceBuilder Host(string verdict)
    {
        _host = new HostState { Verdict = verdict };
        return this;
    }

    public EvidenceBuilder RunBudget(string metric, double limit)
    {
        _budgets.Add(new Budget(metric, limit));
        return this;
    }

    public EvidenceBuilder StepBudget(string metric, double limit) => StepBudget(new Budget(metric, limit));

    public EvidenceBuilder StepBudget(Budget budget) => Step(s => s with { Budgets = [.. s.Budgets, budget] });

    /// <summary>A click that the browser timed: delay, handlers, paint, each as milliseconds.</summary>
    public EvidenceBuilder Clicks(double delay = 1, double handlers = 5, double paint = 10, double at = Click, long id = 7, string target = "#order", string name = "click") =>
        Document(d => d with
        {
            Events = [.. d.Events, new EventTiming(name, id, at - d.OffsetMs, delay + handlers + paint, at - d.OffsetMs + delay, at - d.OffsetMs + delay + handlers, target)],
            InteractionCount = d.InteractionCount + 1,
        });

    /// <summary>An input as the probe's own listeners noted it.</summary>
    public EvidenceBuilder Notes(string name, double at, double? returned = 5, double? painted = 12) => Document(d => d with
    {
        Inputs = [.. d.Inputs, new InputNote(d.Inputs.Count + 1, name, at - d.OffsetMs, at - d.OffsetMs + 1, at - d.OffsetMs + returned, at - d.OffsetMs + painted, "#order")],
    });

    /// <summary>A request seen by the page and the network, on a warm connection.</summary>
    /// <param name="from">Start, after the click.</param>
    /// <param name="wait">Sent to first byte.</param>
    /// <param name="header">Its Server-Timing.</param>
    /// <param name="change">What is unusual about the page's entry.</param>
    /// <param name="url">Its address.</param>
    /// <param name="initiator">What asked for it.</param>
    /// <param name="queue">Start to sent.</param>
    /// <param name="download">First byte to last.</param>
    /// <param name="method">Its method.</param>
    /// <param name="status">What it was answered.</param>
    /// <param name="error">The network's error.</param>
    public EvidenceBuilder Fetches(
        double from, double wait, string? header = null, Func<ResourceTiming, ResourceTiming>? change = null,
        string url = Page + "api/orders", string initiator = "fetch", double queue = 2, double download = 3, string method = "POST",
        int status = 200, string? error = null)
    {
        var start = Click + from;
        var seen = new NetworkExchange
        {
            Method = method,
            Url = url,
            ResourceType = initiator == "xmlhttprequest" ? "xhr" : initiator,
            Status = status,
            Error = error,
            StartMs = start + 5,
            RequestStart = queue,
            ResponseStart = queue + wait,
            ResponseEnd = queue + wait + download,
            ServerTiming = header is null ? [] : [header],
        };
        _exchanges.Add(seen);
        return Document(d =>
        {
            var own = start - d.OffsetMs;
            var entry = new ResourceTiming
            {
                Url = url,
                Initiator = initiator,
                Start = own,
                FetchStart = own,
                DomainLookupStart = own,
                ConnectStart = own,
                ConnectEnd = own,
                RequestStart = own + queue,
                ResponseStart = own + queue + wait,
                ResponseEnd = own + queue + wait + download,
                Status = status,
                ServerTiming = header is null ? [] : ServerTimingHeader.Parse(header),
            };
            return d with { Resources = [.. d.Resources, change is null ? entry : change(entry)] };
        });
    }

    public EvidenceBuilder Exchange(NetworkExchange exchange)
    {
        _exchanges.Add(exchange);
        return this;
    }

    /// <summary>A long frame with one script, both after the click.</summary>
    public EvidenceBuilder Runs(
        double from, double ms, double pause = 0, double render = 0, string invoker = "BUTTON#order.onclick", string url = Page + "shop.js", string type = "event-listener",
        double forced = 0, string function = "") =>
        Document(d =>
        {
            var start = Click + from - d.OffsetMs;
            var script = new ScriptTiming(start, ms, forced, pause, invoker, type, url, function, 0);
            return d with { LongFrames = [.. d.LongFrames, new LongFrame(start, ms + render, render > 0 ? start + ms : 0, 0, Math.Max(0, ms - 50), null, ms > 0 ? [script] : [])] };
        });

    public RunEvidence Build() => new()
    {
        OriginEpochMs = 1_700_000_000_000,
        Browser = "Chromium 156",
        Steps = [.. _steps],
        Documents = [.. _documents],
        Exchanges = [.. _exchanges],
        Budgets = [.. _budgets],
        Ending = _ending,
        Failure = _failure,
    };

    public RunRecord Record() => Derivation.Of(Header with { Host = _host }, Build());

    /// <summary>The last interaction of the first step.</summary>
    public InteractionResult Interaction() => Record().Steps[0].Interactions[^1];

    public ResponseWindow Response() => Interaction().Response!;

    public InpWindow Inp() => Interaction().Inp!;

    public static RunRecord Header { get; } = new()
    {
        RunId = "01900000-0000-7000-8000-000000000000",
        Scenario = "place-order",
        StartedAt = DateTimeOffset.UnixEpoch,
        DurationMs = 6000,
    };

    private EvidenceBuilder Change<T>(List<T> list, Func<T, T> change)
    {
        list[^1] = change(list[^1]);
        return this;
    }
}
