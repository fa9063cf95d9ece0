namespace Synthetic.Core.Evidence;

/// <summary>Divides what there may be of something among those that have some of it.</summary>
internal static class FairShare
{
    /// <summary>How many each may keep, so that all of them together keep no more than there may be: those that have few keep theirs.</summary>
    /// <param name="counts">How many each has.</param>
    /// <param name="most">How many there may be.</param>
    /// <returns><see cref="int.MaxValue"/> where nobody has to give anything up.</returns>
    public static int Of(IEnumerable<int> counts, int most)
    {
        int[] ascending = [.. counts.Order()];
        var left = (long)most;
        for (var i = 0; i < ascending.Length; i++)
        {
            var share = left / (ascending.Length - i);
            if (ascending[i] > share)
                return (int)share;
            left -= ascending[i];
        }
        return int.MaxValue;
    }
}
