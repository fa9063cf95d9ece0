namespace Synthetic.Worker.Scheduling;

/// <summary>How the schedule is kept.</summary>
internal sealed record ScheduleOptions
{
    /// <summary>How many scenarios run at the same time. Default: the number of cores.</summary>
    public int Concurrency { get; init; } = Environment.ProcessorCount;

    /// <summary>How long running runs may go on after the worker was asked to stop. Default: 30 s.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How late a slot may be noticed and still be run: later ones were slept through. Default: 5 s.</summary>
    public TimeSpan Lateness { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a slot waits for a free place before it is given up. Default: 30 s.</summary>
    public TimeSpan QueueTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a cancelled run may take to hand over its record before one is written for it. Default: 5 s.</summary>
    public TimeSpan CancelTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a stop waits for sinks and notifiers to take what was reported. Default: 3 s.</summary>
    public TimeSpan HandOver { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Printed when the worker starts; secrets masked already.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
