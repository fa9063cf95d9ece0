using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>A stretch of time and the segment it makes; instants on the run's clock.</summary>
internal readonly record struct Stretch(double Start, double End, Segment Segment);
