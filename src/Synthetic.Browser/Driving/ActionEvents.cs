using Synthetic.Browser.Noise;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>The events by which a page learns of an action.</summary>
internal static class ActionEvents
{
    private static readonly string[] Pointer = ["pointerdown", "mousedown", "touchstart", "pointerup", "mouseup", "touchend", "click"];
    private static readonly string[] Key = ["keyup", "keypress", "keydown"];
    private static readonly string[] Field = ["beforeinput", "change", "input"];
    private static readonly string[] Release = ["drop", "dragend", "pointerup"];
    private static readonly string[] Over = ["pointerover", "pointerenter", "pointermove", "mouseover", "mouseenter", "mousemove"];

    /// <summary>Those that a page may listen to in order to react, the most usual last; none where there are none.</summary>
    public static IReadOnlyList<string> ReactedToBy(StepAction action) => action switch
    {
        StepAction.Click or StepAction.Tap or StepAction.Drag => Pointer,
        StepAction.Dblclick => [.. Pointer, "dblclick"],
        StepAction.Press or StepAction.KeyDown or StepAction.KeyUp => Key,
        StepAction.Type => [.. Key, .. Field],
        StepAction.Fill or StepAction.Clear or StepAction.Select or StepAction.Upload => Field,
        StepAction.Check or StepAction.Uncheck => [.. Field, .. Pointer],
        StepAction.Hover => Over,
        StepAction.Scroll => ["wheel", "scroll"],
        StepAction.Goto or StepAction.WaitFor or StepAction.Reload or StepAction.Back or StepAction.Code => [],
    };

    /// <summary>What an action is for the runs beside its own; <c>null</c> where it may be anything, or only waits.</summary>
    public static RunPart? PartOf(StepAction action) => action switch
    {
        StepAction.Goto or StepAction.Reload or StepAction.Back => RunPart.Load,
        StepAction.Code or StepAction.WaitFor => null,
        StepAction.Click or StepAction.Dblclick or StepAction.Tap or StepAction.Press or StepAction.KeyDown or StepAction.KeyUp or StepAction.Type or StepAction.Check
            or StepAction.Uncheck or StepAction.Fill or StepAction.Clear or StepAction.Select or StepAction.Upload or StepAction.Drag or StepAction.Hover
            or StepAction.Scroll => RunPart.Interaction,
    };

    /// <summary>
    /// Those whose first is the action's input, where the browser counts no interaction of it; none where its start is all that a page sees of it.
    /// <c>null</c> for actions that are interactions, and for those that only wait.
    /// </summary>
    public static IReadOnlyList<string>? BegunBy(StepAction action) => action switch
    {
        StepAction.Fill or StepAction.Clear or StepAction.Select or StepAction.Upload => Field,
        StepAction.Drag => Release,
        StepAction.Hover => Over,
        StepAction.Scroll => ["wheel"],
        StepAction.Goto or StepAction.Reload or StepAction.Back or StepAction.Code => [],
        StepAction.Click or StepAction.Dblclick or StepAction.Tap or StepAction.Press or StepAction.KeyDown or StepAction.KeyUp or StepAction.Type or StepAction.Check
            or StepAction.Uncheck or StepAction.WaitFor => null,
    };
}
