namespace Synthetic.Core.Records;

/// <summary>How many interactions were driven, and how many of those were seen.</summary>
/// <param name="Driven">Inputs that the driver sent and that count as interactions.</param>
/// <param name="Observed">Those with the browser's own timing.</param>
/// <param name="Estimated">Those timed by the probe's own listeners, since the page went away first.</param>
/// <param name="Missed">Those that left no trace.</param>
public sealed record Coverage(int Driven, int Observed, int Estimated, int Missed);
