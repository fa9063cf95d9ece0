namespace Synthetic.Core.Diagnosing.Interactions;

/// <summary>One input of an interaction: when it came, when its handlers ran, when the next frame was painted.</summary>
internal readonly record struct TimedInput(double Start, double ProcessingStart, double ProcessingEnd, double End)
{
    /// <summary>The same in order, whatever a page or a rounding says.</summary>
    public TimedInput InOrder()
    {
        var first = Math.Max(Start, ProcessingStart);
        return this with { ProcessingStart = first, ProcessingEnd = Math.Max(first, ProcessingEnd), End = Math.Max(Start, End) };
    }

    /// <summary>The same on the run's clock, given when its document began.</summary>
    public TimedInput On(double offset) => new(Start + offset, ProcessingStart + offset, ProcessingEnd + offset, End + offset);

    /// <summary>What INP counts of an interaction: its longest input, with all handlers that ran for the same frame.</summary>
    public static TimedInput Longest(IReadOnlyList<TimedInput> inputs)
    {
        var longest = inputs.OrderByDescending(i => i.End - i.Start).ThenBy(i => i.Start).First();
        var together = inputs.Where(i => i.Start >= longest.Start && Math.Abs(i.End - longest.End) <= Tolerances.EventTimingStep).ToArray();
        var first = Math.Clamp(together.Min(i => i.ProcessingStart), longest.Start, longest.End);
        var last = Math.Clamp(together.Max(i => i.ProcessingEnd), first, longest.End);
        return longest with { ProcessingStart = first, ProcessingEnd = last };
    }
}
