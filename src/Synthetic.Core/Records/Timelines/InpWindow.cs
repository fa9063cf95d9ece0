using System.Text.Json.Serialization;

namespace Synthetic.Core.Records.Timelines;

/// <summary>Input to next paint, as INP counts it.</summary>
public sealed record InpWindow : Window
{
    /// <inheritdoc />
    [JsonIgnore]
    public override WindowKind Kind => WindowKind.Inp;

    /// <summary>Which side of the truth <see cref="Window.Ms"/> is on: <c>lower</c> for estimates, <c>upper</c> for interactions too short for an entry; absent for exact ones.</summary>
    [JsonPropertyOrder(2)]
    public string? Bound { get; init; }

    /// <summary>From the input to its first handler, in milliseconds.</summary>
    [JsonPropertyOrder(4)]
    public double InputDelayMs { get; init; }

    /// <summary>In handlers, in milliseconds.</summary>
    [JsonPropertyOrder(5)]
    public double ProcessingMs { get; init; }

    /// <summary>From the last handler to the next paint, in milliseconds.</summary>
    [JsonPropertyOrder(6)]
    public double PresentationMs { get; init; }
}
