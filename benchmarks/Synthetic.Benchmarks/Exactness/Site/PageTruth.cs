namespace Synthetic.Benchmarks.Exactness.Site;

/// <summary>What a page says of itself.</summary>
/// <param name="Url">Its address when it was left.</param>
/// <param name="Responses">From an input to the frame after the page's own change, in milliseconds, one for each result.</param>
/// <param name="Presented">The same to the presentation of the result's text, as Element Timing has it; empty where it has none.</param>
/// <param name="Vitals">The web-vitals library's values by name; empty where it is not there.</param>
/// <param name="Frames">The scripts of each long frame, as the browser names them.</param>
public sealed record PageTruth(
    string Url, IReadOnlyList<double> Responses, IReadOnlyList<double> Presented, IReadOnlyDictionary<string, double> Vitals, IReadOnlyList<IReadOnlyList<string>>? Frames = null);
