using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;

namespace Synthetic.Core.Diagnosing.Windows;

/// <summary>Requests by when their answer began to come.</summary>
internal sealed class FirstBytes
{
    /// <summary>How often one that was not yet sent may lie between those that come into question: only made-up instants alternate like that.</summary>
    private const int MostTries = 200;

    private readonly Request[] _all;
    private readonly LatestTree _ends;
    private readonly LatestTree _starts;

    /// <param name="requests">Those with a first byte; of several at one instant the first goes first.</param>
    public FirstBytes(IEnumerable<Request> requests)
    {
        _all = [.. requests.Reverse().OrderBy(r => r.FirstByte)];
        _ends = new LatestTree([.. _all.Select(r => r.End ?? double.PositiveInfinity)]);
        // Of starts the earliest are looked for.
        _starts = new LatestTree([.. _all.Select(r => -r.Start)]);
    }

    /// <summary>The one whose first byte came last by an instant, was sent before it, and was still coming then; <c>null</c> for none.</summary>
    public Request? Last(double instant)
    {
        var by = instant + Tolerances.RequestClock;
        var count = Ascending.UpTo(_all.Length, i => _all[i].FirstByte!.Value, by);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var coming = _ends.LastReaching(count, Math.BitIncrement(by));
            var sent = _starts.LastReaching(coming + 1, Math.BitIncrement(-instant));
            if (sent < 0 || sent == coming)
                return sent < 0 ? null : _all[sent];
            count = sent + 1;
        }
        return null;
    }
}
