using Synthetic.Core.Scenarios;

namespace Synthetic.Core.ScenarioFiles.Config;

/// <summary>What a scenario can say, and <c>defaults</c> for all of them.</summary>
internal record ScenarioDefaultsConfig : ConfigObject
{
    public TimeSpan? Timeout { get; set; }
    public int? Retries { get; set; }
    public IReadOnlyList<Budget>? Budgets { get; set; }
    public ScheduleConfig? Schedule { get; set; }
    public DeviceConfig? Device { get; set; }
    public ThrottleConfig? Throttle { get; set; }
    public AlertsConfig? Alerts { get; set; }
    public RatingsConfig? Ratings { get; set; }
    public string? Causes { get; set; }
    public string? Prove { get; set; }
    public ProofConfig? Proof { get; set; }
    public TraceConfig? Trace { get; set; }
    public BrowserConfig? Browser { get; set; }
    public IReadOnlyList<CallConfig>? Setup { get; set; }
    public IReadOnlyList<CallConfig>? Teardown { get; set; }
}

/// <summary>A scenario as written.</summary>
internal sealed record ScenarioConfig : ScenarioDefaultsConfig
{
    public string? Name { get; set; }
    public string? BaseUrl { get; set; }
    public string? Script { get; set; }
    public IReadOnlyList<StepConfig> Steps { get; set; } = [];
}

internal sealed record ScheduleConfig : ConfigObject
{
    public TimeSpan? Every { get; set; }
    public string? Cron { get; set; }
    public TimeZoneInfo? TimeZone { get; set; }
    public TimeSpan? Jitter { get; set; }
}

internal sealed record DeviceConfig : ConfigObject
{
    public string? Name { get; set; }
    public int? Width { get; set; }
    public int? Height { get; set; }
    public double? ScaleFactor { get; set; }
    public bool? Mobile { get; set; }
    public bool? Touch { get; set; }
    public string? UserAgent { get; set; }
}

internal sealed record ThrottleConfig : ConfigObject
{
    public double? Cpu { get; set; }
    public TimeSpan? Latency { get; set; }
    public double? DownKbps { get; set; }
    public double? UpKbps { get; set; }
}

internal sealed record AlertsConfig : ConfigObject
{
    public int? Failures { get; set; }
    public int? Of { get; set; }
    public int? Recoveries { get; set; }
    public TimeSpan? Repeat { get; set; }
    public IReadOnlyList<string>? Notify { get; set; }
    public IReadOnlyList<string>? NotifyMonitor { get; set; }
    public bool? Calm { get; set; }
}

internal sealed record RatingsConfig : ConfigObject
{
    public ResponseRatingConfig? Response { get; set; }
}

internal sealed record ResponseRatingConfig : ConfigObject
{
    public TimeSpan? Good { get; set; }
    public TimeSpan? Poor { get; set; }
}

internal sealed record TraceConfig : ConfigObject
{
    public bool? Send { get; set; }
    public IReadOnlyList<string>? Origins { get; set; }
}

internal sealed record ProofConfig : ConfigObject
{
    public int? MaxWrites { get; set; }
}
