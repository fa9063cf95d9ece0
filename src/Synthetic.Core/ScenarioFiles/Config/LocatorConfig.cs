using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Config;

/// <summary>A LOCATOR: a selector, or exactly one of the other ways, and what narrows it down.</summary>
internal record LocatorConfig : ConfigObject
{
    public LocatorKind? Kind { get; set; }
    public string? Value { get; set; }
    public string? Name { get; set; }
    public bool Exact { get; set; }
    public string? HasText { get; set; }
    public int? Nth { get; set; }
    public LocatorConfig? Within { get; set; }
    public LocatorConfig? Frame { get; set; }
}

/// <summary>What <c>scroll</c> takes: a LOCATOR, or a distance.</summary>
internal sealed record ScrollConfig : LocatorConfig
{
    public int? By { get; set; }
}
