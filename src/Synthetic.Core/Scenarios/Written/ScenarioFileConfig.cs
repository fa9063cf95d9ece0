namespace Synthetic.Core.Scenarios.Written;

/// <summary>The whole file as written.</summary>
internal sealed record ScenarioFileConfig : WrittenConfig
{
    public ScenarioDefaultsConfig Defaults { get; set; } = new();
    public IReadOnlyList<ScenarioConfig> Scenarios { get; set; } = [];
    public IReadOnlyDictionary<string, NotifierConfig> Notifiers { get; set; } = new Dictionary<string, NotifierConfig>();
}

internal sealed record NotifierConfig : WrittenConfig
{
    public NotifierKind? Kind { get; set; }
    public string? Url { get; set; }
}
