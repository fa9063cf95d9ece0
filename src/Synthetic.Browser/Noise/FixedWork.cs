using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Synthetic.Browser.Noise;

/// <summary>A piece of arithmetic that is always the same: on a busy machine it takes longer, since other programs have the processor in between.</summary>
internal static class FixedWork
{
    /// <summary>
    /// Some 7 ms: twice the 3 ms for which Linux's scheduler runs one of two programs in turn, so that another program cannot be
    /// missed; and short compared with a run.
    /// </summary>
    private const int Rounds = 2_000_000;

    private static ulong _sink;

    /// <returns>What it took, in milliseconds.</returns>
    public static double Measure()
    {
        var began = Stopwatch.GetTimestamp();
        _sink = Mix(_sink | 1);
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    // Compiled as it will stay: work that gets faster while the program warms up would have no baseline.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static ulong Mix(ulong x)
    {
        for (var i = 0; i < Rounds; i++)
        {
            x ^= x << 13;
            x ^= x >> 7;
            x ^= x << 17;
        }
        return x;
    }
}
