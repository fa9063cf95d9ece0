using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>How much of a run's time is left, and where the zero of its evidence is.</summary>
/// <param name="limit">What the whole run has.</param>
/// <param name="time">The driver's clock.</param>
internal sealed class RunClock(TimeSpan limit, TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();
    private TimeSpan _excused;

    /// <summary>The driver's clock: it bounds steps and measures nothing.</summary>
    public TimeProvider Time => time;

    /// <summary>What the whole run has.</summary>
    public TimeSpan Limit => limit;

    /// <summary>The part of the run's time that is kept for gathering evidence once a step has failed.</summary>
    public TimeSpan Reserve { get; } = TimeSpan.FromMilliseconds(Math.Min(2000, limit.TotalMilliseconds / 3));

    /// <summary>When the first step began by its page's clock, in milliseconds since the Unix epoch; <c>null</c> before.</summary>
    public double? OriginEpochMs { get; private set; }

    /// <summary>The first step begins; later calls change nothing.</summary>
    public void Begin(double epochMs) => OriginEpochMs ??= epochMs;

    /// <summary>An instant by a page's clock, in milliseconds since the first step began.</summary>
    public double SinceOrigin(double epochMs) => Math.Round(epochMs - (OriginEpochMs ?? 0), 3);

    /// <summary>Gives the run time back in which it waited for other runs.</summary>
    public void Excuse(TimeSpan waited) => _excused += waited;

    /// <summary>How long a step that begins now may take; zero or less where the run's time is used up.</summary>
    public TimeSpan TimeoutOf(Step step)
    {
        var left = limit - Reserve - (time.GetElapsedTime(_began) - _excused);
        return step.Timeout is { } own && own < left ? own : left;
    }
}
