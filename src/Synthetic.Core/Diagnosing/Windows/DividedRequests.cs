using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>The stretches of requests, each divided once: thousands of windows may have waited for the same one.</summary>
internal sealed class DividedRequests
{
    private readonly Dictionary<Request, Stretch[]> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Adds the stretches of some requests to a timeline, as long as it has room.</summary>
    public void AddTo(Partition partition, IEnumerable<Request> requests)
    {
        foreach (var request in requests.TakeWhile(_ => !partition.IsFull))
        {
            if (!_known.TryGetValue(request, out var stretches))
                _known[request] = stretches = [.. RequestStretches.Of(request)];
            foreach (var (from, to, segment) in stretches)
                partition.Add(from, to, segment);
        }
    }
}
