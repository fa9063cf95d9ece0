namespace Synthetic.Core.Scenarios;

/// <summary>A time in which somebody works on the target: runs are made and kept, and lead to no alert. Either once, or again and again.</summary>
public sealed record MaintenanceWindow
{
    /// <summary>Why, in a few words.</summary>
    public required string Reason { get; init; }

    /// <summary>The scenarios it is for; empty for all.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>When it begins, UTC; <c>null</c> where it comes again and again.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When it ends, UTC, not included; <c>null</c> where it comes again and again.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>When it begins again and again, as a Quartz cron expression; <c>null</c> where it comes once.</summary>
    public string? Cron { get; init; }

    /// <summary>The zone of <see cref="Cron"/>. Default: UTC.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>How long each lasts where it comes again and again.</summary>
    public TimeSpan For { get; init; }

    /// <summary>Whether it is for a scenario.</summary>
    public bool Concerns(string scenario) => Scenarios.Count == 0 || Scenarios.Contains(scenario, StringComparer.Ordinal);
}
