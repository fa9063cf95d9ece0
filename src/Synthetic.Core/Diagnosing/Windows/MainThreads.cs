using Synthetic.Core.Evidence;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>The main threads of a run's documents.</summary>
internal sealed class MainThreads(IReadOnlyList<DocumentEvidence> documents)
{
    private readonly Dictionary<string, MainThread> _byDocument = documents.GroupBy(d => d.Id).ToDictionary(g => g.Key, g => MainThread.Of(g));

    /// <summary>The work of all documents: a result may be the work of the next page, or of a frame.</summary>
    public MainThread All { get; } = MainThread.Of(documents);

    /// <summary>The work of one document: only that holds its next paint up.</summary>
    public MainThread Of(string documentId) => _byDocument[documentId];
}
