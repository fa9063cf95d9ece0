namespace Synthetic.Browser.Replaying;

/// <summary>
/// How long replayed answers are held back. Replaying an answer takes time of its own, so the answer is held back that much less. Where
/// this is not enough, the answer reaches its page late; the requests that the page then makes are late too, and their answers make up for it.
/// </summary>
/// <param name="cost">What replaying adds to an answer's time.</param>
/// <param name="time">The clock.</param>
internal sealed class HoldTimes(TimeSpan cost, TimeProvider time)
{
    /// <summary>
    /// The share of the cost that passes at least between giving an answer and receiving the request it caused: a request that arrives
    /// sooner was sent before the page had the answer.
    /// </summary>
    private const double LeastRoundTrip = 0.75;

    private readonly Lock _lock = new();
    private readonly List<(long At, TimeSpan Late)> _given = [];

    /// <summary>How long to hold an answer back.</summary>
    /// <param name="wanted">How long it is to take.</param>
    /// <param name="arrived">When its request came.</param>
    /// <returns>The time to hold it, never below zero, and how late it will be all the same.</returns>
    public (TimeSpan Hold, TimeSpan Late) For(TimeSpan wanted, long arrived)
    {
        var hold = wanted - cost - LateBefore(arrived);
        return hold < TimeSpan.Zero ? (TimeSpan.Zero, -hold) : (hold, TimeSpan.Zero);
    }

    /// <summary>An answer is given now.</summary>
    /// <param name="late">How late it is.</param>
    public void Given(TimeSpan late)
    {
        lock (_lock)
            _given.Add((time.GetTimestamp(), late));
    }

    /// <summary>How late the page was when it sent a request: as late as the last answer that it can have had by then.</summary>
    private TimeSpan LateBefore(long arrived)
    {
        lock (_lock)
            return _given.FindLast(g => time.GetElapsedTime(g.At, arrived) >= cost * LeastRoundTrip).Late;
    }
}
