namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>Tells an answer that its server held open from one that was slow to download.</summary>
internal static class HeldOpen
{
    /// <summary>
    /// Bytes a millisecond under which no line is that slow: 160 kbit/s, where the slowest mobile line that browsers emulate has 400. On
    /// loopback, answers held open came at 0.5 to 2 bytes a millisecond, and a real download at 200,000.
    /// </summary>
    private const double SlowestLine = 20;

    /// <summary>Whether the server was still working on an answer after its first byte.</summary>
    /// <param name="ms">First byte to last.</param>
    /// <param name="bytes">How many came; <c>null</c> where that is not known.</param>
    public static bool Is(double ms, long? bytes) => ms >= Tolerances.LongTask && bytes < ms * SlowestLine;
}
