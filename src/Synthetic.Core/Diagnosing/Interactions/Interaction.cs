using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Interactions;

/// <summary>One interaction, on the run's clock.</summary>
internal sealed record Interaction
{
    public required string DocumentId { get; init; }
    public long Id { get; init; }
    public required string Type { get; init; }
    public string? Target { get; init; }
    public InteractionSource Source { get; init; }

    /// <summary><c>lower</c> or <c>upper</c> where the length is only a bound; <c>null</c> where it is exact.</summary>
    public string? Bound { get; init; }

    /// <summary>Whether it is known that nothing in the page reacted to it.</summary>
    public bool Unheard { get; init; }

    /// <summary>When something came to listen after all; <c>null</c> where nothing did.</summary>
    public double? Heard { get; init; }

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

    /// <summary>Its handlers, where no long frame names a script.</summary>
    public Segment Handlers => new()
    {
        Kind = SegmentKind.Script,
        Detail = $"handlers of the {(Type == "keyboard" ? "key" : "click")}{(Target is { } t ? $" on {t}" : "")}",
    };
}
