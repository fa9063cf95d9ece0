namespace Synthetic.Browser.Replaying;

/// <summary>
/// Keeps a replay in time. An answer comes too late by what replaying costs, so it is given earlier by that; one that can't be early enough
/// leaves its page late, and what the page asks for because of it is given earlier still.
/// </summary>
/// <param name="cost">What an answer comes too late by itself.</param>
/// <param name="time">The clock.</param>
internal sealed class Lateness(TimeSpan cost, TimeProvider time)
{
    /// <summary>An answer needs about all of its cost to reach the page and to come back as the next request: what arrives sooner had been asked before.</summary>
    private const double WayThere = 0.75;

    private readonly Lock _lock = new();
    private readonly List<(long At, TimeSpan Late)> _given = [];

    /// <summary>How long to hold an answer back.</summary>
    /// <param name="wanted">How long it is to take.</param>
    /// <param name="arrived">When its request came.</param>
    /// <returns>The time to hold it, never below zero, and how late it will be all the same.</returns>
    public (TimeSpan Hold, TimeSpan Late) Of(TimeSpan wanted, long arrived)
    {
        var hold = wanted - cost - Before(arrived);
        return hold < TimeSpan.Zero ? (TimeSpan.Zero, -hold) : (hold, TimeSpan.Zero);
    }

    /// <summary>An answer is given now.</summary>
    /// <param name="late">How late it is.</param>
    public void Give(TimeSpan late)
    {
        lock (_lock)
            _given.Add((time.GetTimestamp(), late));
    }

    /// <summary>How late the page was when it asked: as late as the last answer that it can have known.</summary>
    private TimeSpan Before(long arrived)
    {
        lock (_lock)
            return _given.FindLast(g => time.GetElapsedTime(g.At, arrived) >= cost * WayThere).Late;
    }
}
