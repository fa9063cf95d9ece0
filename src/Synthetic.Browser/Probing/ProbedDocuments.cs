using System.Collections.Concurrent;
using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Probing;

/// <summary>What the probes of a run handed over, by document. Safe for use by many threads.</summary>
/// <param name="note">Takes notes of what was left out: kind and text.</param>
internal sealed class ProbedDocuments(Action<string, string> note)
{
    /// <summary>Characters taken a run that pages send without being asked: hundreds of times what the probe sends.</summary>
    private const int UnaskedCharacterLimit = 20_000_000;

    /// <summary>Documents from which a run takes what they send without being asked.</summary>
    private const int UnaskedDocumentLimit = 500;

    private readonly ConcurrentDictionary<string, DocumentLog> _documents = new();
    private long _unaskedCharacters;

    /// <summary>All documents so far, oldest first.</summary>
    public IReadOnlyList<DocumentEvidence> ToEvidence(double originEpochMs) =>
        [.. _documents.Values
            .Select(d => { lock (d) return d.ToEvidence(originEpochMs); })
            .OrderBy(d => d.OffsetMs).ThenBy(d => d.Id, StringComparer.Ordinal)];

    /// <summary>Takes what a probe was asked for.</summary>
    /// <returns>The highest entry number that is kept of its document: the probe may forget what is up to there.</returns>
    public int Add(ProbeChunk chunk)
    {
        var log = _documents.GetOrAdd(chunk.Id, _ => new DocumentLog(chunk));
        lock (log)
        {
            log.Add(chunk);
            return log.Highest;
        }
    }

    /// <summary>Takes what a page sends without being asked: nothing in it may throw, for that would end the browser's connection.</summary>
    public void AddUnasked(string json)
    {
        if (Interlocked.Add(ref _unaskedCharacters, json.Length) > UnaskedCharacterLimit)
            note("probe", "the page sent more measurements by itself than a probe does; the rest was left out");
        else if (ProbeChunk.Parse(json) is { } chunk && (_documents.ContainsKey(chunk.Id) || _documents.Count < UnaskedDocumentLimit))
            Add(chunk);
    }
}
