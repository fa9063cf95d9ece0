namespace Synthetic.Core.ScenarioFiles.Config;

/// <summary>What the page must show after a step, as written.</summary>
internal sealed record ExpectConfig : ConfigObject
{
    public LocatorConfig? Visible { get; set; }
    public LocatorConfig? Hidden { get; set; }
    public string? Text { get; set; }
    public LocatorConfig? Frame { get; set; }
    public string? Url { get; set; }
    public string? Title { get; set; }
    public ElementConfig? Value { get; set; }
    public ElementConfig? Count { get; set; }
    public ElementConfig? Attribute { get; set; }
    public LocatorConfig? Enabled { get; set; }
    public LocatorConfig? Disabled { get; set; }
    public ResponseConfig? Response { get; set; }
    public string? Console { get; set; }
    public bool Settled { get; set; }
}

/// <summary>An element and what it must be like.</summary>
internal sealed record ElementConfig : ConfigObject
{
    public LocatorConfig? Of { get; set; }
    public string? Name { get; set; }
    public string? Is { get; set; }
}

internal sealed record ResponseConfig : ConfigObject
{
    public string? Url { get; set; }
    public int? Status { get; set; }
}
