using Synthetic.Core.Records;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>One interaction, on the run's clock.</summary>
internal sealed record Interaction
{
    public required string DocumentId { get; init; }
    public long Id { get; init; }
    public required string Type { get; init; }
    public string? Target { get; init; }
    public InteractionSource Source { get; init; }

    /// <summary>Which side of the truth the length is on; <c>null</c> for the truth.</summary>
    public string? Bound { get; init; }

    /// <summary>Its inputs, by start: pointer down, up, click. The response begins with the first.</summary>
    public required IReadOnlyList<TimedInput> Inputs { get; init; }

    /// <summary>The input of the longest entry: where INP begins.</summary>
    public required double Start { get; init; }
    public required double ProcessingStart { get; init; }
    public required double ProcessingEnd { get; init; }

    /// <summary>The next paint.</summary>
    public required double End { get; init; }

    /// <summary>The first input.</summary>
    public double Begin => Inputs[0].Start;

    public double Ms => End - Start;
}

/// <summary>One input of an interaction: when it came, when its handlers ran, when the next frame was painted.</summary>
internal readonly record struct TimedInput(double Start, double ProcessingStart, double ProcessingEnd, double End)
{
    /// <summary>The same in order, whatever a page or a rounding says.</summary>
    public TimedInput InOrder()
    {
        var first = Math.Max(Start, ProcessingStart);
        return this with { ProcessingStart = first, ProcessingEnd = Math.Max(first, ProcessingEnd), End = Math.Max(Start, End) };
    }

    public TimedInput On(double offset) => new(Start + offset, ProcessingStart + offset, ProcessingEnd + offset, End + offset);

    /// <summary>What INP counts of an interaction: its longest input, with all handlers that ran for the same frame.</summary>
    public static TimedInput Longest(IReadOnlyList<TimedInput> inputs)
    {
        var longest = inputs.OrderByDescending(i => i.End - i.Start).ThenBy(i => i.Start).First();
        // Event Timing rounds to 8 ms: ends so close are one frame's.
        var together = inputs.Where(i => i.Start >= longest.Start && Math.Abs(i.End - longest.End) <= 8).ToArray();
        var first = Math.Clamp(together.Min(i => i.ProcessingStart), longest.Start, longest.End);
        var last = Math.Clamp(together.Max(i => i.ProcessingEnd), first, longest.End);
        return longest with { ProcessingStart = first, ProcessingEnd = last };
    }
}
