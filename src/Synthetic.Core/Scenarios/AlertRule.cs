namespace Synthetic.Core.Scenarios;

/// <summary>When bad runs become an alert, and good ones end it.</summary>
/// <param name="Failures">Bad runs that start an alert. Default: 2.</param>
/// <param name="Of">Among how many of the latest runs. Default: 3. At least <paramref name="Failures"/>.</param>
/// <param name="Recoveries">Good runs in a row that end it. Default: 2.</param>
/// <param name="Repeat">How long a firing alert stays silent before it is said again. Default: 1 hour.</param>
/// <param name="Notify">Names of the notifiers that get it, besides the log.</param>
public sealed record AlertRule(int Failures, int Of, int Recoveries, TimeSpan Repeat, IReadOnlyList<string> Notify)
{
    /// <summary>Names of the notifiers that get what is wrong with the monitor itself; <c>null</c> for those of <see cref="Notify"/>.</summary>
    public IReadOnlyList<string>? NotifyMonitor { get; init; }

    /// <summary>Whether an alert that keeps coming back takes more good runs to end. Default: yes.</summary>
    public bool Calm { get; init; } = true;

    /// <summary>2 of 3 to start, 2 in a row to end, repeated hourly.</summary>
    public static AlertRule Default { get; } = new(2, 3, 2, TimeSpan.FromHours(1), []);
}
