namespace Synthetic.Core.Reporting;

/// <summary>What sinks and notifiers may take.</summary>
public static class OutputLimits
{
    /// <summary>How long one call may take: 10 s.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>How long a message that can't be delivered is tried again: 1 hour.</summary>
    public static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);

    /// <summary>How many reports may wait for one sink: a record with its evidence may be megabytes.</summary>
    public const int MostReports = 100;

    /// <summary>How many messages may wait for one notifier in memory.</summary>
    public const int MostMessages = 1000;
}
