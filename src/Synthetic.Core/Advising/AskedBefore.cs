using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Core.Advising;

/// <summary>The answered requests of one method and address.</summary>
/// <param name="byStart">They, by start.</param>
internal sealed class AskedBefore(Request[] byStart)
{
    // Of ends the earliest is looked for.
    private readonly LatestTree _ends = new([.. byStart.Select(r => -r.End!.Value)]);

    public static AskedBefore Never { get; } = new([]);

    /// <summary>The first and the last sent after an instant and before another, and when the first answer of them was there; <c>null</c> for none.</summary>
    public (Request First, Request Last, double Answered)? Between(double after, double before)
    {
        var from = Ascending.UpTo(byStart.Length, i => byStart[i].Start, after);
        var to = Ascending.Before(byStart.Length, i => byStart[i].Start, before);
        return from < to ? (byStart[from], byStart[to - 1], -_ends.Latest(from, to)) : null;
    }
}
