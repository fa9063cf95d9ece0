using Synthetic.Core.Measuring;
using Synthetic.Core.Running;

namespace Synthetic.Core.Diagnosing;

/// <summary>A run's evidence on one clock, dealt out to its steps.</summary>
internal sealed class RunFacts
{
    private readonly Evidence _evidence;

    private RunFacts(Evidence evidence)
    {
        _evidence = evidence;
        Interactions = Diagnosing.Interactions.Of(evidence);
        Requests = RequestJoin.Of(evidence);
        Steps = [.. evidence.Steps.Select(Gather)];
    }

    public IReadOnlyList<Interaction> Interactions { get; }

    public IReadOnlyList<Request> Requests { get; }

    public IReadOnlyList<StepFacts> Steps { get; }

    public static RunFacts Of(Evidence evidence) => new(evidence);

    /// <summary>The position of the step in which an instant lies; -1 before the first.</summary>
    public int StepAt(double instant) =>
        _evidence.Steps.LastOrDefault(s => s.Status != StepStatus.Skipped && s.FromMs <= instant)?.Index ?? -1;

    /// <summary>How many of the driven interactions were seen.</summary>
    public Coverage Coverage()
    {
        // The driver's own count is a floor: a script may click as it likes, and only the probe counts that.
        var driven = Steps.Sum(s => Math.Max(s.Evidence.DrivenInteractions, s.Interactions.Count));
        var observed = Interactions.Count(i => i.Source == InteractionSource.EventTiming);
        var estimated = Interactions.Count - observed;
        return new Coverage(Math.Max(driven, Interactions.Count), observed, estimated, Math.Max(0, driven - Interactions.Count));
    }

    private StepFacts Gather(StepEvidence step)
    {
        var begin = step.FromMs;
        var end = _evidence.Steps.FirstOrDefault(s => s.Index > step.Index && s.Status != StepStatus.Skipped)?.FromMs ?? double.PositiveInfinity;
        var skipped = step.Status == StepStatus.Skipped;
        bool In(double instant) => !skipped && instant >= begin && instant < end;
        var interactions = Interactions.Where(i => In(i.Begin)).ToArray();
        return new StepFacts
        {
            Evidence = step,
            Run = _evidence,
            Zero = interactions.Length > 0 ? interactions[0].Begin : begin,
            End = end,
            Interactions = interactions,
            Requests = [.. Requests.Where(r => In(r.Start))],
            AllRequests = Requests,
            LongFrames = [.. _evidence.Documents.SelectMany(d => d.LongFrames.Distinct()
                .Where(f => In(f.Start + d.OffsetMs)).Select(f => (f, d.OffsetMs)))],
        };
    }
}

/// <summary>What belongs to one step; instants on the run's clock.</summary>
internal sealed record StepFacts
{
    public required StepEvidence Evidence { get; init; }

    public required Evidence Run { get; init; }

    /// <summary>What the step's times count from: its first input, or its begin.</summary>
    public required double Zero { get; init; }

    /// <summary>When the next step begins; infinity for the last.</summary>
    public required double End { get; init; }

    public required IReadOnlyList<Interaction> Interactions { get; init; }

    public required IReadOnlyList<Request> Requests { get; init; }

    /// <summary>Those of the other steps too: a window may have to wait for one sent before.</summary>
    public required IReadOnlyList<Request> AllRequests { get; init; }

    public required IReadOnlyList<(LongFrame Frame, double Offset)> LongFrames { get; init; }
}
