namespace Synthetic.Browser.Noise;

/// <summary>A measurement that is repeated, and the best of it: what this machine can do when nothing disturbs it. Safe for use by many threads.</summary>
internal sealed class Baseline
{
    private readonly Lock _lock = new();

    /// <summary>The latest value, and the least so far, in milliseconds; <c>null</c> before the first.</summary>
    public (double Ms, double BestMs)? Latest { get { lock (_lock) return field; } private set; }

    public void Add(double ms)
    {
        lock (_lock)
            Latest = (ms, Math.Min(ms, Latest?.BestMs ?? ms));
    }
}
