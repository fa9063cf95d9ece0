using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>Tells whether something else may have been what a result waited for.</summary>
/// <param name="documents">All documents of the run.</param>
/// <param name="requests">All requests of the run.</param>
internal sealed class PathRivals(IReadOnlyList<DocumentEvidence> documents, IReadOnlyList<Request> requests)
{
    private readonly IntervalIndex<Request> _ends = new(AwaitedRequests.Among(requests), r => r.End!.Value, r => r.End!.Value);

    /// <summary>How the path is known; <c>null</c> where nothing else comes into question.</summary>
    /// <param name="response">The response.</param>
    /// <param name="timeline">Its timeline.</param>
    public PathSource? SourceOf(Response response, IReadOnlyList<Segment> timeline)
    {
        var (begin, paint) = (response.Interaction.Begin, response.Paint);
        var end = paint.Changed ?? paint.Seen ?? paint.Instant;
        // An image shows when it has come, and a page when it was loaded: both say so themselves.
        if (end - begin <= Ratings.InstantMs || paint.Image is not null || documents.Any(d => d.Top && d.OffsetMs > begin && d.OffsetMs < end))
            return null;
        return !timeline.Any(IsUnseenWait) && !Other(response, begin, end) ? null : response.IsCaused ? PathSource.Causes : PathSource.Order;
    }

    private bool Other(Response response, double begin, double end)
    {
        var path = response.Path.Select(step => step.Request.Id).ToHashSet();
        return _ends.In(begin, end + Tolerances.RequestClock).Any(r => !path.Contains(r.Id));
    }

    private static bool IsUnseenWait(Segment segment) =>
        segment is { Kind: SegmentKind.Idle or SegmentKind.Unattributed, RequestId: null } && segment.Ms >= Tolerances.LongTask;
}
