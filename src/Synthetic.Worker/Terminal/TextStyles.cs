using Synthetic.Core.Evidence;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Worker.Terminal;

/// <summary>What gets which style, sign and word.</summary>
internal static class TextStyles
{
    public static TextStyle Of(SegmentKind kind) => new(SegmentTable.Of(kind).Colour);

    public static TextStyle Of(Cause cause) => Of(CauseTable.Of(cause).DrawnAs);

    public static TextStyle Of(Rating rating) => rating switch
    {
        Rating.Good => TextStyle.Good,
        Rating.NeedsImprovement => TextStyle.Fair,
        Rating.Poor => TextStyle.Poor,
    };

    public static TextStyle Of(RunStatus status) => status switch
    {
        RunStatus.Passed => TextStyle.Good,
        RunStatus.Failed or RunStatus.Error => TextStyle.Poor,
        RunStatus.Degraded or RunStatus.Inconclusive or RunStatus.Aborted or RunStatus.Missed => TextStyle.Fair,
    };

    public static TextStyle Of(StepStatus status) => status switch
    {
        StepStatus.Passed => TextStyle.Good,
        StepStatus.Failed => TextStyle.Poor,
        StepStatus.Skipped or StepStatus.Aborted => TextStyle.Dim,
    };

    public static string Sign(this Glyphs glyphs, RunStatus status) => status switch
    {
        RunStatus.Passed => glyphs.Passed,
        RunStatus.Failed or RunStatus.Error => glyphs.Failed,
        RunStatus.Degraded => glyphs.Warning,
        RunStatus.Inconclusive => glyphs.Unknown,
        RunStatus.Aborted or RunStatus.Missed => glyphs.Skipped,
    };

    public static string Sign(this Glyphs glyphs, StepStatus status) => status switch
    {
        StepStatus.Passed => glyphs.Passed,
        StepStatus.Failed => glyphs.Failed,
        StepStatus.Skipped or StepStatus.Aborted => glyphs.Skipped,
    };

    /// <summary>Four letters each, so that bars begin in one column; <c>fair</c> is the standard's "needs improvement".</summary>
    public static string Word(Rating rating) => rating switch
    {
        Rating.Good => "good",
        Rating.NeedsImprovement => "fair",
        Rating.Poor => "poor",
    };
}
