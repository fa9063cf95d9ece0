using System.Text.Json;
using System.Text.Json.Serialization;
using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Probing;

/// <summary>What a probe hands over at a time: some facts of the document, and the entries since the last time.</summary>
internal sealed record ProbeChunk
{
    public required string Id { get; init; }
    public bool Top { get; init; }
    public string Url { get; init; } = "";
    public double TimeOrigin { get; init; }
    public int? InteractionCount { get; init; }
    public double? FirstContentfulPaint { get; init; }
    public JsonElement? Navigation { get; init; }
    public double? SettledAt { get; init; }
    public double? AskedAt { get; init; }
    public bool SharedWorkers { get; init; }
    public IReadOnlyList<JsonElement> Entries { get; init; } = [];

    /// <summary>Reads a chunk; <c>null</c> for anything that is none: the page can call the binding too, with whatever it likes.</summary>
    public static ProbeChunk? Parse(string json)
    {
        try
        {
            var chunk = JsonSerializer.Deserialize(json, ProbeJson.Default.ProbeChunk);
            return chunk is { Id: { Length: > 0 and < 100 }, Url: not null, Entries: not null } && double.IsFinite(chunk.TimeOrigin)
                ? chunk
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One entry of a chunk: its number, its kind, and the rest of it.</summary>
internal readonly record struct ProbeEntry(int Number, string Kind, JsonElement Fields)
{
    /// <summary>Reads an entry; <c>null</c> for anything that is none.</summary>
    public static ProbeEntry? Of(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("n", out var n) && n.ValueKind == JsonValueKind.Number && n.TryGetInt32(out var number)
        && element.TryGetProperty("k", out var k) && k.ValueKind == JsonValueKind.String
            ? new ProbeEntry(number, k.GetString()!, element)
            : null;
}

/// <summary>Serialisation of what the probe sends.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProbeChunk))]
[JsonSerializable(typeof(PaintedResult))]
[JsonSerializable(typeof(EventTiming))]
[JsonSerializable(typeof(InputNote))]
[JsonSerializable(typeof(ActionNote))]
[JsonSerializable(typeof(LongFrame))]
[JsonSerializable(typeof(ResourceTiming))]
[JsonSerializable(typeof(ContentfulPaint))]
[JsonSerializable(typeof(LayoutShift))]
[JsonSerializable(typeof(SoftNavigation))]
[JsonSerializable(typeof(PostedMessage))]
internal sealed partial class ProbeJson : JsonSerializerContext;
