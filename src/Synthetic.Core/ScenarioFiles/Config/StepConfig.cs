using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Config;

/// <summary>A step as written: one of the actions is set.</summary>
internal sealed record StepConfig : ConfigObject
{
    public string? Name { get; set; }
    public ActionConfig? Action { get; set; }
    public PageReadiness? Ready { get; set; }
    public ExpectConfig? Expect { get; set; }
    public TimeSpan? Timeout { get; set; }
    public IReadOnlyList<Budget> Budgets { get; set; } = [];
}

/// <summary>The action of a step, under whichever key it was written.</summary>
internal sealed record ActionConfig(StepAction Kind)
{
    public LocatorConfig? Target { get; init; }
    public IReadOnlyList<string> Values { get; init; } = [];
    public int? ScrollBy { get; init; }
}

/// <summary>A LOCATOR: a selector, or exactly one of the other ways.</summary>
internal record LocatorConfig : ConfigObject
{
    public LocatorKind? Kind { get; set; }
    public string? Value { get; set; }
    public string? Name { get; set; }
}

/// <summary>What <c>scroll</c> takes: a LOCATOR, or a distance.</summary>
internal sealed record ScrollConfig : LocatorConfig
{
    public int? By { get; set; }
}

/// <summary>What <c>fill</c>, <c>type</c>, <c>press</c>, <c>select</c> and <c>upload</c> take.</summary>
internal sealed record InputConfig : ConfigObject
{
    public LocatorConfig? Into { get; set; }
    public IReadOnlyList<string> Values { get; set; } = [];
}

internal sealed record ExpectConfig : ConfigObject
{
    public LocatorConfig? Visible { get; set; }
    public LocatorConfig? Hidden { get; set; }
    public string? Text { get; set; }
    public string? Url { get; set; }
    public string? Title { get; set; }
    public bool Settled { get; set; }
}
