using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Worker.Terminal;

/// <summary>What gets which style, sign and word.</summary>
internal static class TextStyles
{
    public static TextStyle Of(SegmentKind kind) => kind switch
    {
        SegmentKind.InputDelay => TextStyle.InputDelay,
        SegmentKind.Script => TextStyle.Script,
        SegmentKind.Queue => TextStyle.Queue,
        SegmentKind.Connect => TextStyle.Connect,
        SegmentKind.Server => TextStyle.Server,
        SegmentKind.Network => TextStyle.Network,
        SegmentKind.Download => TextStyle.Download,
        SegmentKind.Render => TextStyle.Render,
        SegmentKind.Presentation => TextStyle.Presentation,
        SegmentKind.Idle => TextStyle.Idle,
        _ => TextStyle.Unattributed,
    };

    public static TextStyle Of(Rating rating) => rating switch
    {
        Rating.Good => TextStyle.Good,
        Rating.NeedsImprovement => TextStyle.Fair,
        _ => TextStyle.Poor,
    };

    public static TextStyle Of(RunStatus status) => status switch
    {
        RunStatus.Passed => TextStyle.Good,
        RunStatus.Failed or RunStatus.Error => TextStyle.Poor,
        _ => TextStyle.Fair,
    };

    public static TextStyle Of(StepStatus status) => status switch
    {
        StepStatus.Passed => TextStyle.Good,
        StepStatus.Failed => TextStyle.Poor,
        _ => TextStyle.Dim,
    };

    public static TextStyle Of(CulpritKind kind) => kind switch
    {
        CulpritKind.Backend => TextStyle.Server,
        CulpritKind.Network => TextStyle.Network,
        CulpritKind.Queue => TextStyle.Queue,
        CulpritKind.MainThread => TextStyle.Script,
        CulpritKind.Rendering => TextStyle.Render,
        CulpritKind.Idle => TextStyle.Idle,
        _ => TextStyle.Unattributed,
    };

    public static string Sign(this Glyphs glyphs, RunStatus status) => status switch
    {
        RunStatus.Passed => glyphs.Passed,
        RunStatus.Failed or RunStatus.Error => glyphs.Failed,
        RunStatus.Degraded => glyphs.Warning,
        RunStatus.Inconclusive => glyphs.Unknown,
        _ => glyphs.Skipped,
    };

    public static string Sign(this Glyphs glyphs, StepStatus status) => status switch
    {
        StepStatus.Passed => glyphs.Passed,
        StepStatus.Failed => glyphs.Failed,
        _ => glyphs.Skipped,
    };

    /// <summary>Four letters each, so that bars begin in one column; <c>fair</c> is the standard's "needs improvement".</summary>
    public static string Word(Rating rating) => rating switch
    {
        Rating.Good => "good",
        Rating.NeedsImprovement => "fair",
        _ => "poor",
    };

    public static string Word(SegmentKind kind) => kind switch
    {
        SegmentKind.InputDelay => "input delay",
        SegmentKind.Unattributed => "unknown",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
