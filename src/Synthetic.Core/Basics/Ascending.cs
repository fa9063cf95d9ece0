namespace Synthetic.Core.Basics;

/// <summary>Places in a row of ascending instants.</summary>
internal static class Ascending
{
    /// <summary>How many of the first lie at an instant or before it.</summary>
    /// <param name="count">How many are looked at.</param>
    /// <param name="at">The instant of the one at a place.</param>
    /// <param name="instant">The instant.</param>
    public static int UpTo(int count, Func<int, double> at, double instant)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (at(middle) <= instant)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>How many of the first lie before an instant.</summary>
    public static int Before(int count, Func<int, double> at, double instant) => UpTo(count, at, Math.BitDecrement(instant));
}
