using Synthetic.Core.Evidence;
using Synthetic.Core.Records;

namespace Synthetic.Worker.Terminal;

/// <summary>What gets which ink, sign and word.</summary>
internal static class Inks
{
    internal static Ink Of(SegmentKind kind) => kind switch
    {
        SegmentKind.InputDelay => Ink.InputDelay,
        SegmentKind.Script => Ink.Script,
        SegmentKind.Queue => Ink.Queue,
        SegmentKind.Connect => Ink.Connect,
        SegmentKind.Server => Ink.Server,
        SegmentKind.Network => Ink.Network,
        SegmentKind.Download => Ink.Download,
        SegmentKind.Render => Ink.Render,
        SegmentKind.Presentation => Ink.Presentation,
        SegmentKind.Idle => Ink.Idle,
        _ => Ink.Unattributed,
    };

    internal static Ink Of(Rating rating) => rating switch
    {
        Rating.Good => Ink.Good,
        Rating.NeedsImprovement => Ink.Fair,
        _ => Ink.Poor,
    };

    internal static Ink Of(RunStatus status) => status switch
    {
        RunStatus.Passed => Ink.Good,
        RunStatus.Failed or RunStatus.Error => Ink.Poor,
        _ => Ink.Fair,
    };

    internal static Ink Of(StepStatus status) => status switch
    {
        StepStatus.Passed => Ink.Good,
        StepStatus.Failed => Ink.Poor,
        _ => Ink.Dim,
    };

    internal static Ink Of(CulpritKind kind) => kind switch
    {
        CulpritKind.Backend => Ink.Server,
        CulpritKind.Network => Ink.Network,
        CulpritKind.Queue => Ink.Queue,
        CulpritKind.MainThread => Ink.Script,
        CulpritKind.Rendering => Ink.Render,
        CulpritKind.Idle => Ink.Idle,
        _ => Ink.Unattributed,
    };

    internal static string Sign(this Glyphs glyphs, RunStatus status) => status switch
    {
        RunStatus.Passed => glyphs.Passed,
        RunStatus.Failed or RunStatus.Error => glyphs.Failed,
        RunStatus.Degraded => glyphs.Warning,
        RunStatus.Inconclusive => glyphs.Unknown,
        _ => glyphs.Skipped,
    };

    internal static string Sign(this Glyphs glyphs, StepStatus status) => status switch
    {
        StepStatus.Passed => glyphs.Passed,
        StepStatus.Failed => glyphs.Failed,
        _ => glyphs.Skipped,
    };

    /// <summary>Four letters each, so that bars begin in one column; <c>fair</c> is the standard's "needs improvement".</summary>
    internal static string Word(Rating rating) => rating switch
    {
        Rating.Good => "good",
        Rating.NeedsImprovement => "fair",
        _ => "poor",
    };

    internal static string Word(SegmentKind kind) => kind switch
    {
        SegmentKind.InputDelay => "input delay",
        SegmentKind.Unattributed => "unknown",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
