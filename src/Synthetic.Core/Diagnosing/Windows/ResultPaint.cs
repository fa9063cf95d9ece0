using Synthetic.Core.Evidence;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>When an interaction's result was on the screen, and how that is known.</summary>
/// <param name="Instant">On the run's clock.</param>
/// <param name="Source">What told it.</param>
/// <param name="PrecisionMs">How far off it may be.</param>
/// <param name="Changed">When the document was changed so: whatever the result waited for was over by then. <c>null</c> where unknown.</param>
/// <param name="Image">The address of the image that it was, where one had to be loaded.</param>
/// <param name="Font">The family of the font that its text had to wait for; <c>null</c> where it did not. It was changed when that was over.</param>
/// <param name="Message">The message that brought the change, or may have; <c>null</c> for none.</param>
internal sealed record ResultPaint(
    double Instant, ResponseSource Source, double PrecisionMs, double? Changed = null, string? Image = null, string? Font = null, MessageEvidence? Message = null)
{
    /// <summary>When it was painted first, still transparent or out of sight; <c>null</c> where it was seen at once.</summary>
    public double? Unseen { get; init; }

    /// <summary>When it was seen, where <see cref="Instant"/> is when it came to rest; <c>null</c> where that is not waited for.</summary>
    public double? Seen { get; init; }

    /// <summary>What ran on it when it was painted.</summary>
    public IReadOnlyList<MotionEvidence> Motions { get; init; } = [];

    /// <summary>When it came to rest; <c>null</c> where nothing ran on it.</summary>
    public double? Rest => Motions.Select(motion => (double?)motion.EndMs).Max() is { } end && end >= (Seen ?? Instant) ? end : null;

    /// <summary>The same, where the result counts only once it has come to rest.</summary>
    public ResultPaint AtRest() => Rest is { } rest ? this with { Instant = rest, Seen = Instant } : this;
}
