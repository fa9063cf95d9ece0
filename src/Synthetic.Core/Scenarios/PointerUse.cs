namespace Synthetic.Core.Scenarios;

/// <summary>How a pointer is used on an element.</summary>
public sealed record PointerUse
{
    /// <summary>The names of the buttons: <c>left</c>, <c>right</c>, <c>middle</c>.</summary>
    public static IReadOnlyList<string> Buttons { get; } = ["left", "right", "middle"];

    /// <summary>The names of the keys that can be held meanwhile; <c>ControlOrMeta</c> is Command on a Mac, Control elsewhere.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["Alt", "Control", "ControlOrMeta", "Meta", "Shift"];

    /// <summary>One of <see cref="Buttons"/>. Default: <c>left</c>.</summary>
    public string Button { get; init; } = "left";

    /// <summary>Which of <see cref="Keys"/> are held. Default: none.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>CSS pixels from the element's left edge; <c>null</c> for its middle.</summary>
    public int? X { get; init; }

    /// <summary>CSS pixels from its upper edge; <c>null</c> for its middle.</summary>
    public int? Y { get; init; }
}
