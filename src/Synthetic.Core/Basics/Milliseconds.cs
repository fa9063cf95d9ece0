namespace Synthetic.Core.Basics;

/// <summary>How times are rounded and written, everywhere.</summary>
public static class Milliseconds
{
    /// <summary>To a tenth of a millisecond, the browser's own step.</summary>
    /// <param name="ms">The time.</param>
    public static double Round(double ms) => Math.Round(ms, 1, MidpointRounding.AwayFromZero) + 0.0;
}
