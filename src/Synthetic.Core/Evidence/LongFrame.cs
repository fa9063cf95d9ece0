namespace Synthetic.Core.Evidence;

/// <summary>A long animation frame (W3C Long Animation Frames).</summary>
public sealed record LongFrame(
    double Start, double Duration, double RenderStart, double StyleAndLayoutStart, double BlockingDuration,
    double? Presentation, IReadOnlyList<ScriptTiming> Scripts);

/// <summary>A script of a long animation frame.</summary>
public sealed record ScriptTiming(
    double Start, double Duration, double ForcedLayout, double Pause, string? Invoker, string? InvokerType,
    string? Url, string? Function, int? Position);
