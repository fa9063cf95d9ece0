using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>The requests for which a page's script stood still, and all else of the page with it.</summary>
internal sealed class SynchronousRequests(IReadOnlyList<Request> requests, MainThreads threads, DividedRequests divided)
{
    private readonly IntervalIndex<Request> _requests = new(
        requests.Where(r => (r.DocumentId is { } id ? threads.Of(id) : threads.All).StoodStillFor(r)), r => r.Start, r => r.End ?? r.Start);

    /// <summary>Adds those of an interaction's document to a window that begins with it.</summary>
    public void AddTo(Partition partition, Interaction interaction, double end)
    {
        if (partition.IsFull)
            return;
        divided.AddTo(partition, _requests.In(interaction.Begin, end).Where(r => r.DocumentId is null || r.DocumentId == interaction.DocumentId));
    }
}
