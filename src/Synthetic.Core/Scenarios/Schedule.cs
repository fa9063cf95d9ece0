namespace Synthetic.Core.Scenarios;

/// <summary>When a scenario runs: either every so often, or by a cron expression.</summary>
public sealed record Schedule
{
    /// <summary>The longest <see cref="Jitter"/> next to <see cref="Cron"/>: every tick waits for its start, so those that wait must stay few. 10 minutes.</summary>
    public static TimeSpan LongestCronJitter { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The interval, counted from the Unix epoch plus the scenario's own offset; <c>null</c> with <see cref="Cron"/>.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>A Quartz cron expression with seconds; <c>null</c> with <see cref="Every"/>. <c>H</c> fields are filled by hash of the scenario's name.</summary>
    public string? Cron { get; init; }

    /// <summary>The zone the cron expression is read in. Default: UTC.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>
    /// How far starts are spread: each scenario starts later by a fixed part of it, taken from the hash of its name.
    /// Default: the whole interval for <see cref="Every"/>, nothing for <see cref="Cron"/>. Range: up to <see cref="Every"/>,
    /// or <see cref="LongestCronJitter"/>.
    /// </summary>
    public TimeSpan? Jitter { get; init; }
}
