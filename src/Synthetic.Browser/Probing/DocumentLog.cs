using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Probing;

/// <summary>Everything one document's probe handed over so far. A repeated hand-over changes nothing; a later one of the same entry replaces it.</summary>
internal sealed class DocumentLog(ProbeChunk first)
{
    /// <summary>Entries kept a document: many steps' worth of the probe's own limit.</summary>
    private const int EntryLimit = 20_000;

    private readonly SortedDictionary<int, ProbeEntry> _entries = [];
    private ProbeChunk _latest = first;

    /// <summary>The highest entry number here: what the probe may forget.</summary>
    public int Highest { get; private set; }

    public void Add(ProbeChunk chunk)
    {
        _latest = chunk with
        {
            InteractionCount = chunk.InteractionCount ?? _latest.InteractionCount,
            FirstContentfulPaint = chunk.FirstContentfulPaint ?? _latest.FirstContentfulPaint,
            Navigation = chunk.Navigation ?? _latest.Navigation,
            SettledAt = chunk.SettledAt ?? _latest.SettledAt,
            AskedAt = chunk.AskedAt ?? _latest.AskedAt,
            SharedWorkers = chunk.SharedWorkers || _latest.SharedWorkers,
            Entries = [],
        };
        foreach (var entry in chunk.Entries)
        {
            if (ProbeEntry.Of(entry) is { } read && (_entries.Count < EntryLimit || _entries.ContainsKey(read.Number)))
            {
                _entries[read.Number] = read;
                Highest = Math.Max(Highest, read.Number);
            }
        }
    }

    public DocumentEvidence ToEvidence(double originEpochMs) => new()
    {
        Id = _latest.Id,
        Top = _latest.Top,
        Url = _latest.Url,
        OffsetMs = Math.Round(_latest.TimeOrigin - originEpochMs, 3),
        InteractionCount = _latest.InteractionCount ?? 0,
        Navigation = _latest.Navigation is { } navigation ? Read(navigation, ProbeJson.Default.ResourceTiming) : null,
        SettledMs = _latest.SettledAt,
        AskedMs = _latest.AskedAt,
        FirstContentfulPaint = _latest.FirstContentfulPaint,
        Events = Of("event", ProbeJson.Default.EventTiming),
        Inputs = Of("input", ProbeJson.Default.InputNote),
        Actions = Of("action", ProbeJson.Default.ActionNote) is { Count: > 0 } actions ? actions : null,
        LongFrames = Of("longFrame", ProbeJson.Default.LongFrame),
        Resources = Of("resource", ProbeJson.Default.ResourceTiming),
        LargestPaints = Of("largestPaint", ProbeJson.Default.ContentfulPaint),
        InteractionPaints = Of("interactionPaint", ProbeJson.Default.ContentfulPaint),
        Shifts = Of("shift", ProbeJson.Default.LayoutShift),
        SoftNavigations = Of("softNavigation", ProbeJson.Default.SoftNavigation),
        SharedWorkers = _latest.SharedWorkers ? true : null,
        Posted = Of("posted", ProbeJson.Default.PostedMessage) is { Count: > 0 } posted ? posted : null,
    };

    private List<T> Of<T>(string kind, JsonTypeInfo<T> type) where T : class
    {
        var found = new List<T>();
        foreach (var entry in _entries.Values)
        {
            if (entry.Kind == kind && Read(entry.Fields, type) is { } read)
                found.Add(read);
        }
        return found;
    }

    private static T? Read<T>(JsonElement fields, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return fields.Deserialize(type);
        }
        catch (JsonException)
        {
            // Only an honest page's entries have the right form; whatever this is, it is no evidence.
            return null;
        }
    }
}
