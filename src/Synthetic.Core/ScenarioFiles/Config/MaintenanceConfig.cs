namespace Synthetic.Core.ScenarioFiles.Config;

/// <summary>A maintenance window as written.</summary>
internal sealed record MaintenanceConfig : ConfigObject
{
    public string? Reason { get; set; }
    public IReadOnlyList<string> Scenarios { get; set; } = [];
    public DateTimeOffset? From { get; set; }
    public DateTimeOffset? To { get; set; }
    public string? Cron { get; set; }
    public TimeZoneInfo? TimeZone { get; set; }
    public TimeSpan? For { get; set; }
}
