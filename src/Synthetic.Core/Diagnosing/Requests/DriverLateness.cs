using Synthetic.Core.Basics;

namespace Synthetic.Core.Diagnosing.Requests;

/// <summary>How late the driver heard of requests that a page tells of too.</summary>
/// <param name="heard">When it heard of each, and how late that was; the first page's first.</param>
internal sealed class DriverLateness(IEnumerable<(double Seen, double By)> heard)
{
    // Of several heard at one instant the first stands for all.
    private readonly (double Seen, double By, int Place)[] _bySeen =
        [.. heard.Select((one, place) => (one.Seen, one.By, Place: place)).OrderBy(one => one.Seen).DistinctBy(one => one.Seen)];

    /// <summary>How late it was with the request that it heard of nearest to an instant; 0 where there is none.</summary>
    public double At(double instant)
    {
        var after = Ascending.Before(_bySeen.Length, i => _bySeen[i].Seen, instant);
        return _bySeen.Skip(after - 1).Take(after == 0 ? 1 : 2).DefaultIfEmpty()
            .MinBy(one => (Math.Abs(one.Seen - instant), one.Place)).By;
    }
}
