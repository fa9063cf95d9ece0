using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Config;

/// <summary>One action as written, with how the pointer is used for it.</summary>
internal record ActionStepConfig : ConfigObject
{
    public ActionConfig? Action { get; set; }
    public string? Button { get; set; }
    public IReadOnlyList<string>? Modifiers { get; set; }
    public PointConfig? Position { get; set; }
}

/// <summary>A step as written: one of the actions is set, or several, or the name of shared steps.</summary>
internal sealed record StepConfig : ActionStepConfig
{
    public string? Name { get; set; }
    public PageReadiness? Ready { get; set; }
    public IReadOnlyList<ActionStepConfig> Actions { get; set; } = [];
    public string? Use { get; set; }
    public ExpectConfig? Expect { get; set; }
    public TimeSpan? Timeout { get; set; }
    public DialogConfig? Dialog { get; set; }
    public bool Optional { get; set; }
    public WhenConfig? When { get; set; }
    public int? Repeat { get; set; }
    public string? In { get; set; }
    public IReadOnlyDictionary<string, CaptureConfig> Capture { get; set; } = new Dictionary<string, CaptureConfig>();
    public IReadOnlyList<Budget> Budgets { get; set; } = [];
}

/// <summary>The action of a step, under whichever key it was written.</summary>
internal sealed record ActionConfig(StepAction Kind)
{
    public LocatorConfig? Target { get; init; }
    public IReadOnlyList<string> Values { get; init; } = [];
    public IReadOnlyList<FileConfig> Files { get; init; } = [];
    public int? ScrollBy { get; init; }
    public DragConfig? Drag { get; init; }
}

internal sealed record PointConfig : ConfigObject
{
    public int X { get; set; }
    public int Y { get; set; }
}

/// <summary>What <c>drag</c> takes.</summary>
internal sealed record DragConfig : ConfigObject
{
    public LocatorConfig? From { get; set; }
    public LocatorConfig? To { get; set; }
    public PointConfig? By { get; set; }
}

internal sealed record DialogConfig : ConfigObject
{
    public string? Answer { get; set; }
    public string? Text { get; set; }
}

internal sealed record WhenConfig : ConfigObject
{
    public LocatorConfig? Visible { get; set; }
}

internal sealed record CaptureConfig : ConfigObject
{
    public CaptureSource? From { get; set; }
    public LocatorConfig? Of { get; set; }
    public string? Detail { get; set; }
    public string? Json { get; set; }
    public string? Match { get; set; }
}

/// <summary>What <c>fill</c>, <c>type</c>, <c>press</c>, <c>select</c> and <c>upload</c> take.</summary>
internal sealed record InputConfig : ConfigObject
{
    public LocatorConfig? Into { get; set; }
    public IReadOnlyList<string> Values { get; set; } = [];
    public IReadOnlyList<FileConfig> Files { get; set; } = [];
}

/// <summary>A file for an upload: a path, or what is in it.</summary>
internal sealed record FileConfig : ConfigObject
{
    public string? Path { get; set; }
    public string? Name { get; set; }
    public string? MimeType { get; set; }
    public string? Text { get; set; }
}
