namespace Synthetic.Core.Basics;

/// <summary>The instants of a row of things, asked for places and not one by one: a tree in whose nodes the latest of those below it stands.</summary>
internal sealed class LatestTree
{
    private readonly int _count;
    private readonly int _leaves;
    private readonly double[] _latest;

    public LatestTree(IReadOnlyList<double> instants)
    {
        _count = instants.Count;
        for (_leaves = 1; _leaves < _count; _leaves *= 2) ;
        _latest = new double[2 * _leaves];
        Array.Fill(_latest, double.NegativeInfinity);
        for (var i = 0; i < _count; i++)
            _latest[_leaves + i] = instants[i];
        for (var node = _leaves - 1; node > 0; node--)
            _latest[node] = Math.Max(_latest[2 * node], _latest[(2 * node) + 1]);
    }

    /// <summary>The first place from one on whose instant is at least so late; the number of places for none.</summary>
    public int FirstReaching(int from, double instant)
    {
        if (from >= _count)
            return _count;
        // Up, as long as there is nothing to the right below; then down to the leftmost.
        var node = _leaves + from;
        while (!(_latest[node] >= instant))
        {
            while ((node & 1) == 1)
                node >>= 1;
            if (node == 0)
                return _count;
            node++;
        }
        while (node < _leaves)
            node = _latest[2 * node] >= instant ? 2 * node : (2 * node) + 1;
        return Math.Min(_count, node - _leaves);
    }

    /// <summary>The last of the first <paramref name="count"/> places whose instant is at least so late; -1 for none.</summary>
    public int LastReaching(int count, double instant)
    {
        if (count <= 0)
            return -1;
        var node = _leaves + count - 1;
        while (!(_latest[node] >= instant))
        {
            while ((node & 1) == 0)
                node >>= 1;
            if (node <= 1)
                return -1;
            node--;
        }
        while (node < _leaves)
            node = _latest[(2 * node) + 1] >= instant ? (2 * node) + 1 : 2 * node;
        return node - _leaves;
    }

    /// <summary>The latest instant of the places from one up to, and without, another.</summary>
    public double Latest(int from, int to)
    {
        var latest = double.NegativeInfinity;
        for (int left = _leaves + from, right = _leaves + to; left < right; left >>= 1, right >>= 1)
        {
            if ((left & 1) == 1)
                latest = Math.Max(latest, _latest[left++]);
            if ((right & 1) == 1)
                latest = Math.Max(latest, _latest[--right]);
        }
        return latest;
    }
}
