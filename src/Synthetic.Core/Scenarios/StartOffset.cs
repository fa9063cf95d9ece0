using System.Text;

namespace Synthetic.Core.Scenarios;

/// <summary>Spreads the starts of scenarios, and keeps each where it is: over restarts, machines and versions.</summary>
public static class StartOffset
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>How much later than the others a scenario starts.</summary>
    /// <param name="scenarioName">The scenario's name; nothing else counts.</param>
    /// <param name="spread">How far starts are spread.</param>
    /// <returns>Whole milliseconds, from zero to just under <paramref name="spread"/>; zero for no spread.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spread"/> is negative.</exception>
    public static TimeSpan Of(string scenarioName, TimeSpan spread)
    {
        ArgumentNullException.ThrowIfNull(scenarioName);
        ArgumentOutOfRangeException.ThrowIfLessThan(spread, TimeSpan.Zero);
        var milliseconds = (ulong)(spread.Ticks / TimeSpan.TicksPerMillisecond);
        // The high half of the product maps the hash evenly onto the range, without a modulo's bias.
        return TimeSpan.FromMilliseconds((long)Math.BigMul(Hash(scenarioName), milliseconds, out _));
    }

    /// <summary>FNV-1a, then a finalizer: names that differ in their last letter alone must land far apart.</summary>
    private static ulong Hash(string text)
    {
        var hash = FnvOffset;
        foreach (var one in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ one) * FnvPrime);
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
            hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        }

        return hash ^ (hash >> 33);
    }
}
