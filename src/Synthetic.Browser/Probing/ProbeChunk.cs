using System.Text.Json;
using System.Text.Json.Serialization;
using Synthetic.Core.Measuring;

namespace Synthetic.Browser.Probing;

/// <summary>What a probe hands over at once: some facts of the document, and the entries since the last time.</summary>
internal sealed record ProbeChunk
{
    public required string Id { get; init; }
    public bool Top { get; init; }
    public string Url { get; init; } = "";
    public double TimeOrigin { get; init; }
    public int? InteractionCount { get; init; }
    public double? FirstContentfulPaint { get; init; }
    public ResourceTiming? Navigation { get; init; }
    public IReadOnlyList<JsonElement> Entries { get; init; } = [];

    /// <summary>Reads a chunk; <c>null</c> for anything that is none: the page can call the binding too.</summary>
    public static ProbeChunk? Parse(string json)
    {
        try
        {
            return json.Length > 16_000_000 ? null : JsonSerializer.Deserialize(json, ProbeJson.Default.ProbeChunk);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Serialisation of what the probe sends.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProbeChunk))]
[JsonSerializable(typeof(EventTiming))]
[JsonSerializable(typeof(InputNote))]
[JsonSerializable(typeof(LongFrame))]
[JsonSerializable(typeof(ResourceTiming))]
[JsonSerializable(typeof(ContentfulPaint))]
[JsonSerializable(typeof(LayoutShift))]
[JsonSerializable(typeof(SoftNavigation))]
internal sealed partial class ProbeJson : JsonSerializerContext;
