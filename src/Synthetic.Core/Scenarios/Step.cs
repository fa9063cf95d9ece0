namespace Synthetic.Core.Scenarios;

/// <summary>One action of a scenario and what must hold after it.</summary>
public sealed record Step
{
    /// <summary>Position in the scenario, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The name people read; from the file, or made from the action: <c>click #add-to-cart</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the step does.</summary>
    public required StepAction Action { get; init; }

    /// <summary>What it does it to; <c>null</c> for <c>goto</c>, <c>reload</c>, <c>back</c>, and for keys or scrolling sent to the page.</summary>
    public Locator? Target { get; init; }

    /// <summary>The address, text, key, options or files; empty where the action takes none.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>How far <c>scroll</c> goes down (negative: up), in CSS pixels; <c>null</c> where it scrolls to <see cref="Target"/>.</summary>
    public int? ScrollBy { get; init; }

    /// <summary>Actions done before its own, which are one interaction with it for a person; each only says what is done and to what.</summary>
    public IReadOnlyList<Step> Before { get; init; } = [];

    /// <summary>Where <c>drag</c> lets go; <c>null</c> for other actions.</summary>
    public DragPath? Drag { get; init; }

    /// <summary>How the pointer is used; <c>null</c> for the left button, in the middle of the element.</summary>
    public PointerUse? Pointing { get; init; }

    /// <summary>Files that <c>upload</c> makes up instead of reading them.</summary>
    public IReadOnlyList<MadeFile> Files { get; init; } = [];

    /// <summary>How the dialogs that it raises are answered; <c>null</c> for dismissing them.</summary>
    public DialogAnswer? Dialog { get; init; }

    /// <summary>Whether it is tried for a moment only, and is no failure where it can't be done.</summary>
    public bool Optional { get; init; }

    /// <summary>What must be visible as it begins; otherwise it is left out. <c>null</c> for always.</summary>
    public Locator? When { get; init; }

    /// <summary>Whether it is done in the pop-up, or tab, that was opened last.</summary>
    public bool InPopup { get; init; }

    /// <summary>What is read from the page afterwards, for later steps.</summary>
    public IReadOnlyList<StepCapture> Captures { get; init; } = [];

    /// <summary>What to wait for before the action; <c>null</c> for nothing.</summary>
    public PageReadiness? Ready { get; init; }

    /// <summary>What the page must show afterwards; <c>null</c> where the action alone is the check.</summary>
    public Expectation? Expect { get; init; }

    /// <summary>The longest the step may take; <c>null</c> for what is left of the run's timeout.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Limits for this step.</summary>
    public IReadOnlyList<Budget> Budgets { get; init; } = [];
}

/// <summary>What a step does. The names in a file are these, in camelCase.</summary>
public enum StepAction
{
    /// <summary>Opens an address.</summary>
    Goto,
    /// <summary>Clicks an element.</summary>
    Click,
    /// <summary>Clicks an element twice.</summary>
    Dblclick,
    /// <summary>Sets a field's value at once.</summary>
    Fill,
    /// <summary>Types a text key by key.</summary>
    Type,
    /// <summary>Presses a key or chord: <c>Enter</c>, <c>Control+A</c>.</summary>
    Press,
    /// <summary>Chooses options of a select element.</summary>
    Select,
    /// <summary>Ticks a box.</summary>
    Check,
    /// <summary>Unticks a box.</summary>
    Uncheck,
    /// <summary>Moves the pointer over an element.</summary>
    Hover,
    /// <summary>Scrolls to an element, or by a distance.</summary>
    Scroll,
    /// <summary>Puts files into a file field.</summary>
    Upload,
    /// <summary>Waits until an element is visible.</summary>
    WaitFor,
    /// <summary>Loads the page again.</summary>
    Reload,
    /// <summary>Goes back one page.</summary>
    Back,
    /// <summary>Takes hold of an element and lets go of it elsewhere.</summary>
    Drag,
    /// <summary>Touches an element.</summary>
    Tap,
    /// <summary>Empties a field.</summary>
    Clear,
    /// <summary>Presses a key and holds it.</summary>
    KeyDown,
    /// <summary>Lets go of a key.</summary>
    KeyUp,
    /// <summary>A step written in C#.</summary>
    Code,
}
