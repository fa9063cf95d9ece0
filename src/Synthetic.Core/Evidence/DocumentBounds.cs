namespace Synthetic.Core.Evidence;

/// <summary>Bounds what the documents of a run hold altogether.</summary>
internal static class DocumentBounds
{
    /// <summary>
    /// The most entries of a kind of all documents together: times more than the longest honest run has, and few enough that whatever
    /// a page makes up is diagnosed in seconds.
    /// </summary>
    private const int MostOfRun = 4 * SafeValues.MostEntries;

    /// <summary>The most metrics of servers that all requests together have as pages tell them: thousands of requests with more of them each than servers send.</summary>
    private const int MostMetricsOfRun = 5 * MostOfRun;

    /// <summary>The documents with no more entries of a kind than a run may have. Those that have the most lose the most: nobody's own go for what another makes up.</summary>
    public static IReadOnlyList<DocumentEvidence> Of(IReadOnlyList<DocumentEvidence> documents)
    {
        var (events, inputs, actions, posted) = (Share(documents, d => d.Events), Share(documents, d => d.Inputs), Share(documents, d => d.Actions), Share(documents, d => d.Posted));
        var (frames, resources, shifts) = (Share(documents, d => d.LongFrames), Share(documents, d => d.Resources), Share(documents, d => d.Shifts));
        var (largest, paints, routes) = (Share(documents, d => d.LargestPaints), Share(documents, d => d.InteractionPaints), Share(documents, d => d.SoftNavigations));
        var scripts = Shares(documents.Select(d => d.LongFrames.Take(frames).Select(f => f.Scripts.Count)), MostOfRun);
        var metrics = Shares(documents.Select(d => d.Resources.Take(resources).Select(r => r.ServerTiming.Count)), MostMetricsOfRun);
        return [.. documents.Select((d, n) => d with
        {
            Events = First(d.Events, events),
            Inputs = First(d.Inputs, inputs),
            Actions = d.Actions is null ? null : First(d.Actions, actions),
            LongFrames = [.. First(d.LongFrames, frames).Select(f => f.Scripts.Count <= scripts[n] ? f : f with { Scripts = First(f.Scripts, scripts[n]) })],
            Resources = [.. First(d.Resources, resources).Select(r => r.ServerTiming.Count <= metrics[n] ? r : r with { ServerTiming = First(r.ServerTiming, metrics[n]) })],
            LargestPaints = First(d.LargestPaints, largest),
            InteractionPaints = First(d.InteractionPaints, paints),
            Shifts = First(d.Shifts, shifts),
            SoftNavigations = First(d.SoftNavigations, routes),
            Posted = d.Posted is null ? null : First(d.Posted, posted),
        })];
    }

    private static int Share<T>(IReadOnlyList<DocumentEvidence> documents, Func<DocumentEvidence, IReadOnlyList<T>?> entries) =>
        FairShare.Of(documents.Select(d => entries(d)?.Count ?? 0), MostOfRun);

    /// <summary>How many parts each entry of a document may keep: shared by the documents first, and then by the entries of each.</summary>
    private static int[] Shares(IEnumerable<IEnumerable<int>> counts, int most)
    {
        int[][] all = [.. counts.Select(entries => entries.ToArray())];
        var ofDocument = FairShare.Of(all.Select(entries => entries.Sum()), most);
        return [.. all.Select(entries => FairShare.Of(entries, ofDocument))];
    }

    private static IReadOnlyList<T> First<T>(IReadOnlyList<T> list, int most) => list.Count <= most ? list : [.. list.Take(most)];
}
