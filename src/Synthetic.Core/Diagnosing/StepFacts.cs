using Synthetic.Core.Diagnosing.Interactions;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing;

/// <summary>What belongs to one step; instants on the run's clock.</summary>
internal sealed record StepFacts
{
    public required StepEvidence Evidence { get; init; }

    /// <summary>What the step's times count from: its first input, the begin of its action, or its own.</summary>
    public required double Origin { get; init; }

    /// <summary>When the next step begins; infinity for the last.</summary>
    public required double End { get; init; }

    public required IReadOnlyList<Interaction> Interactions { get; init; }

    /// <summary>Its action, where the browser counts no interaction of it and it is known when it began.</summary>
    public (Interaction Action, ResponseStart From)? Acted { get; init; }

    public required IReadOnlyList<Request> Requests { get; init; }

    public required IReadOnlyList<(LongFrame Frame, double Offset)> LongFrames { get; init; }
}
