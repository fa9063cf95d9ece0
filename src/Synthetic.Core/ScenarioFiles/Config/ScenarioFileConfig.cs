using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Config;

/// <summary>The whole file as written.</summary>
internal sealed record ScenarioFileConfig : ConfigObject
{
    public ScenarioDefaultsConfig Defaults { get; set; } = new();
    public IReadOnlyList<ScenarioConfig> Scenarios { get; set; } = [];
    public IReadOnlyDictionary<string, IReadOnlyList<StepConfig>> Shared { get; set; } = new Dictionary<string, IReadOnlyList<StepConfig>>();
    public IReadOnlyDictionary<string, NotifierConfig> Notifiers { get; set; } = new Dictionary<string, NotifierConfig>();
    public IReadOnlyList<MaintenanceConfig> Maintenance { get; set; } = [];
}

internal sealed record NotifierConfig : ConfigObject
{
    public NotifierKind? Kind { get; set; }
    public string? Url { get; set; }
    public string? Secret { get; set; }
    public string? RoutingKey { get; set; }
    public string? Template { get; set; }
    public TimeSpan? Wait { get; set; }
    public string? From { get; set; }
    public IReadOnlyList<string> To { get; set; } = [];
}
