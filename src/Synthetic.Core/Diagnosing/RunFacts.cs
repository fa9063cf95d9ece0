using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing;

/// <summary>A run's evidence on one clock, dealt out to its steps.</summary>
internal sealed class RunFacts
{
    private readonly Dictionary<string, MainThread> _mainThreads = [];

    private RunFacts(RunEvidence evidence)
    {
        Evidence = evidence;
        Spans = new StepSpans(evidence.Steps);
        Interactions = Windows.Interactions.Of(evidence, Spans);
        Requests = RequestJoin.Of(evidence);
        RequestsById = Requests.ToDictionary(r => r.Id);
        MainThread = MainThread.Of(evidence.Documents);
        foreach (var group in evidence.Documents.GroupBy(d => d.Id))
        {
            _mainThreads[group.Key] = MainThread.Of(group);
        }
        InteractionPaints = evidence.Documents
            .SelectMany(d => d.InteractionPaints.Select(p => (Key: (d.Id, p.InteractionId), At: p.Time + d.OffsetMs)))
            .ToLookup(p => p.Key, p => p.At);
        FirstPaints = [.. evidence.Documents
            .Where(d => d is { Top: true, Navigation.ResponseEnd: > 0, FirstContentfulPaint: not null })
            .Select(d => (d.OffsetMs + d.Navigation!.ResponseEnd, d.OffsetMs + d.FirstContentfulPaint!.Value))];
        Path = new CriticalPath(Requests, MainThread);
        Ended = new IntervalIndex<Request>(Requests.Where(r => r.End is not null).Reverse(), r => r.End!.Value, r => r.End!.Value);
        Synchronous = new IntervalIndex<Request>(Requests.Where(IsSynchronous), r => r.Start, r => r.End ?? r.Start);
        Steps = [.. evidence.Steps.Select(Gather)];
    }

    public RunEvidence Evidence { get; }

    public StepSpans Spans { get; }

    public IReadOnlyList<Interaction> Interactions { get; }

    /// <summary>All of the run: a window may have to wait for one sent before its step.</summary>
    public IReadOnlyList<Request> Requests { get; }

    public IReadOnlyDictionary<int, Request> RequestsById { get; }

    /// <summary>The requests that ended, by when they did; of those that did at once, the first comes last.</summary>
    public IntervalIndex<Request> Ended { get; }

    /// <summary>The requests for which a page stood still.</summary>
    public IntervalIndex<Request> Synchronous { get; }

    /// <summary>The paints that the browser traces back to an interaction, by document and id.</summary>
    public ILookup<(string DocumentId, long InteractionId), double> InteractionPaints { get; }

    /// <summary>From each page's last byte to its first contentful paint.</summary>
    public IReadOnlyList<(double From, double To)> FirstPaints { get; }

    /// <summary>Finds what a result waited for.</summary>
    public CriticalPath Path { get; }

    /// <summary>The work of all documents.</summary>
    public MainThread MainThread { get; }

    public IReadOnlyList<StepFacts> Steps { get; }

    public static RunFacts Of(RunEvidence evidence) => new(evidence);

    /// <summary>The work of one document: only that holds its paints up.</summary>
    public MainThread MainThreadOf(string documentId) => _mainThreads[documentId];

    /// <summary>How many of the driven interactions were seen.</summary>
    public Coverage Coverage()
    {
        // The driver's own count is a floor: a script may click as it likes, and only the probe counts that.
        var missed = Steps.Sum(s => Math.Max(0, s.Evidence.DrivenInteractions - s.Interactions.Count));
        var observed = Interactions.Count(i => i.Source == InteractionSource.EventTiming);
        return new Coverage(Interactions.Count + missed, observed, Interactions.Count - observed, missed);
    }

    private bool IsSynchronous(Request request) =>
        (request.DocumentId is { } id ? MainThreadOf(id) : MainThread).StoodStillFor(request);

    private StepFacts Gather(StepEvidence step)
    {
        var interactions = Interactions.Where(i => Spans.Holds(step, i.Begin)).ToArray();
        return new StepFacts
        {
            Evidence = step,
            Run = this,
            Zero = interactions.Length > 0 ? interactions[0].Begin : Spans.BeginOf(step),
            End = Spans.EndOf(step),
            Interactions = interactions,
            Requests = [.. Requests.Where(r => Spans.Holds(step, r.Start))],
            LongFrames = [.. Evidence.Documents
                .SelectMany(d => d.LongFrames.Select(f => (Frame: f, d.OffsetMs)))
                .Where(f => Spans.Holds(step, f.Frame.Start + f.OffsetMs))],
        };
    }
}

/// <summary>What belongs to one step; instants on the run's clock.</summary>
internal sealed record StepFacts
{
    public required StepEvidence Evidence { get; init; }

    public required RunFacts Run { get; init; }

    /// <summary>What the step's times count from: its first input, or its begin.</summary>
    public required double Zero { get; init; }

    /// <summary>When the next step begins; infinity for the last.</summary>
    public required double End { get; init; }

    public required IReadOnlyList<Interaction> Interactions { get; init; }

    public required IReadOnlyList<Request> Requests { get; init; }

    public required IReadOnlyList<(LongFrame Frame, double Offset)> LongFrames { get; init; }
}
