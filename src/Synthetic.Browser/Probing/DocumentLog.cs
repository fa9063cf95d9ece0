using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Synthetic.Core.Measuring;

namespace Synthetic.Browser.Probing;

/// <summary>Everything one document's probe handed over so far. A repeated hand-over changes nothing; a later one of the same entry replaces it.</summary>
internal sealed class DocumentLog(ProbeChunk first)
{
    private readonly SortedDictionary<int, JsonElement> _entries = [];
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
            Entries = [],
        };
        foreach (var entry in chunk.Entries)
        {
            if (entry.ValueKind == JsonValueKind.Object
                && entry.TryGetProperty("n", out var number) && number.TryGetInt32(out var n))
            {
                _entries[n] = entry;
                Highest = Math.Max(Highest, n);
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
        Navigation = _latest.Navigation,
        FirstContentfulPaint = _latest.FirstContentfulPaint,
        Events = Of("event", ProbeJson.Default.EventTiming),
        Inputs = Of("input", ProbeJson.Default.InputNote),
        LongFrames = Of("longFrame", ProbeJson.Default.LongFrame),
        Resources = Of("resource", ProbeJson.Default.ResourceTiming),
        LargestPaints = Of("largestPaint", ProbeJson.Default.ContentfulPaint),
        InteractionPaints = Of("interactionPaint", ProbeJson.Default.ContentfulPaint),
        Shifts = Of("shift", ProbeJson.Default.LayoutShift),
        SoftNavigations = Of("softNavigation", ProbeJson.Default.SoftNavigation),
    };

    private List<T> Of<T>(string kind, JsonTypeInfo<T> type)
    {
        var found = new List<T>();
        foreach (var entry in _entries.Values)
        {
            if (!entry.TryGetProperty("k", out var k) || !k.ValueEquals(kind))
                continue;
            try
            {
                found.Add(entry.Deserialize(type)!);
            }
            catch (JsonException)
            {
                // Only the probe writes entries of the right form; whatever this is, it is no evidence.
            }
        }
        return found;
    }
}
