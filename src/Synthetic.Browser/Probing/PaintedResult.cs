using System.Text.Json;

namespace Synthetic.Browser.Probing;

/// <summary>A result on the screen.</summary>
/// <param name="Time">When it was painted, in milliseconds since the Unix epoch.</param>
/// <param name="Changed">When the document was changed so, on the same clock; absent where only the paint is known.</param>
/// <param name="Image">The address of the image that it is, where it had to be loaded first.</param>
internal sealed record PaintedResult(double Time, double? Changed = null, string? Image = null)
{
    /// <summary>Reads the probe's answer; <c>null</c> for none, and for anything that only a page could have put there.</summary>
    public static PaintedResult? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, ProbeJson.Default.PaintedResult) is { Time: > 0 } result ? result : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The later of two; one that is not there is none.</summary>
    public static PaintedResult? Later(PaintedResult? a, PaintedResult? b) => a is null || b?.Time > a.Time ? b ?? a : a;
}
