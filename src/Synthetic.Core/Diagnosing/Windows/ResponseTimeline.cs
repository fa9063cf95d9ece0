using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Where the time from an input to the paint of its result went.</summary>
/// <param name="documents">All documents of the run.</param>
/// <param name="threads">The work of all documents.</param>
/// <param name="synchronous">The requests that scripts stood still for.</param>
/// <param name="divided">The stretches of requests.</param>
/// <param name="most">How many stretches a timeline is made of.</param>
internal sealed class ResponseTimeline(IReadOnlyList<DocumentEvidence> documents, MainThreads threads, SynchronousRequests synchronous, DividedRequests divided, int most)
{
    private static readonly Segment FirstPaint = new() { Kind = SegmentKind.Render, Detail = "the new page's first paint" };

    /// <summary>From each page's last byte to its first contentful paint.</summary>
    private readonly (double From, double To)[] _firstPaints =
    [
        .. documents
            .Where(d => d is { Top: true, Navigation.ResponseEnd: > 0, FirstContentfulPaint: not null })
            .Select(d => (d.OffsetMs + d.Navigation!.ResponseEnd, d.OffsetMs + d.FirstContentfulPaint!.Value)),
    ];

    /// <summary>The timeline of one response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="unreported">What the main thread did that no entry shows.</param>
    public IReadOnlyList<Segment> Of(Response response, UnreportedWork unreported)
    {
        var interaction = response.Interaction;
        var (begin, end) = (interaction.Begin, response.Paint.Instant);
        var partition = new Partition(begin, end, most);
        synchronous.AddTo(partition, interaction, end);
        AddInputDelays(partition, interaction);
        divided.AddTo(partition, response.Path.Select(step => step.Request));
        if (response.Message is { SentMs: not null } asked && !MessageStretch.MayBeSeen(asked))
            AddMessage(partition, response, begin);
        foreach (var (from, to, segment) in TimerWaits.Of(response))
            partition.Add(from, Math.Min(to, response.Paint.Changed ?? end), segment);
        threads.All.AddScripts(partition, begin, end);
        foreach (var input in interaction.Inputs)
            partition.Add(input.ProcessingStart, input.ProcessingEnd, interaction.Handlers);
        // What was not asked for may have come at any time: only what nothing else explains was a wait for it.
        if (response.Message is { } other && (other.SentMs is null || MessageStretch.MayBeSeen(other)))
            AddMessage(partition, response, begin);
        threads.All.AddRendering(partition, begin, end);
        threads.All.AddFrames(partition, begin, end);
        // Frames of a page that has painted nothing yet are not reported, long or not.
        foreach (var (from, to) in _firstPaints)
            partition.Add(from, to, FirstPaint);
        // Once the document is changed, all that is left to wait for is its paint.
        if (response.Paint.Changed is { } changed)
            partition.Add(changed, response.Paint.Unseen ?? response.Paint.Seen ?? end, new Segment { Kind = SegmentKind.Render });
        AddMotions(partition, response.Paint);
        var gap = unreported.In(partition.Free.Where(IsLong).Sum(free => free.To - free.From));
        if (gap.Kind == SegmentKind.Idle && response.Causes?.Any(link => link.Kind == CauseLink.Transition) == true)
            gap = gap with { Detail = "a transition or an animation of the page's own, at whose end it went on" };
        partition.Fill((from, to) => IsLong((from, to)) ? gap : Short(to, end));
        return partition.Segments();
    }

    /// <summary>What is painted and not seen yet waits for whatever brings it into sight; what is seen, for it to come to rest.</summary>
    private static void AddMotions(Partition partition, ResultPaint paint)
    {
        var which = string.Join(", ", paint.Motions.Select(motion => motion.Target is { } target ? $"{motion.What} on {target}" : motion.What).Distinct(StringComparer.Ordinal));
        var seen = paint.Seen ?? paint.Instant;
        if (paint.Unseen is { } unseen)
            partition.Add(unseen, seen, new Segment { Kind = SegmentKind.Idle, Detail = $"painted, but not seen yet: {(which.Length > 0 ? which : "it was transparent, or out of sight")}" });
        if (paint.Seen is not null)
            partition.Add(seen, paint.Instant, new Segment { Kind = SegmentKind.Idle, Detail = $"seen, and not at rest yet: {which}" });
    }

    private static void AddMessage(Partition partition, Response response, double begin)
    {
        var after = response.Path.Select(step => step.Request.End).FirstOrDefault(ended => ended <= response.Message!.ReceivedMs) ?? begin;
        var (from, to, segment) = MessageStretch.Of(response.Message!, begin, after);
        partition.Add(from, to, segment);
    }

    /// <summary>Between the inputs of one interaction there is nothing to wait for: a key or a button was held down.</summary>
    private void AddInputDelays(Partition partition, Interaction interaction)
    {
        // What is no interaction for the browser waits for no handler, and may have begun where there was no document yet.
        if (interaction.Type == ActedStep.Type)
            return;
        var mainThread = threads.Of(interaction.DocumentId);
        var handled = double.NegativeInfinity;
        foreach (var input in interaction.Inputs)
        {
            // A click has its pointer's instant: what it waited behind the pointer's own handlers is no delay.
            mainThread.AddInputDelay(partition, Math.Max(input.Start, handled), input.ProcessingStart);
            handled = Math.Max(handled, input.ProcessingEnd);
        }
    }

    private static bool IsLong((double From, double To) gap) => gap.To - gap.From >= Tolerances.LongTask;

    private static Segment Short(double to, double end) => to >= end
        ? new Segment { Kind = SegmentKind.Render }
        : new Segment { Kind = SegmentKind.Unattributed, Detail = "a gap too short to show in the browser's entries" };
}
