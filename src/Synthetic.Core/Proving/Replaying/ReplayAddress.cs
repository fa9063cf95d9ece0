using Synthetic.Core.Basics;

namespace Synthetic.Core.Proving.Replaying;

/// <summary>An address taken apart as far as two runs may differ in it.</summary>
internal sealed class ReplayAddress
{
    /// <summary>How many differing parameters of the query weigh as much as one differing id in the path.</summary>
    private const int PathWeight = 100;

    /// <summary>Parameters that are compared one by one; the rest counts as one, so that no page can make the comparison endless.</summary>
    private const int MostParameters = 200;

    private readonly string _authority;
    private readonly string[] _path;
    private readonly string[] _query;

    private ReplayAddress(string authority, string[] path, string[] query) => (_authority, _path, _query) = (authority, path, query);

    public static ReplayAddress Of(string url)
    {
        var whole = WebAddress.WithoutFragment(url);
        var question = whole.IndexOf('?', StringComparison.Ordinal);
        var query = question < 0 ? [] : whole[(question + 1)..].Split('&', MostParameters, StringSplitOptions.RemoveEmptyEntries);
        var path = question < 0 ? whole : whole[..question];
        var begin = path.IndexOf("//", StringComparison.Ordinal);
        var slash = begin < 0 ? -1 : path.IndexOf('/', begin + 2);
        return slash < 0 ? new ReplayAddress(path, [], query) : new ReplayAddress(path[..slash], path[(slash + 1)..].Split('/'), query);
    }

    /// <summary>0 for the same address; more the more they differ; <c>null</c> where they can't mean the same.</summary>
    public int? DistanceTo(ReplayAddress other)
    {
        if (!string.Equals(_authority, other._authority, StringComparison.OrdinalIgnoreCase) || _path.Length != other._path.Length)
            return null;
        var differ = 0;
        foreach (var (mine, theirs) in _path.Zip(other._path))
        {
            if (mine == theirs)
                continue;
            if (!IsId(mine) || !IsId(theirs))
                return null;
            differ++;
        }
        var rest = other._query.ToList();
        var alone = _query.Count(parameter => !rest.Remove(parameter)) + rest.Count;
        // Another order of the parameters means the same, but is not the same text.
        var shuffled = alone == 0 && !_query.SequenceEqual(other._query) ? 1 : 0;
        return (differ * PathWeight) + alone + shuffled;
    }

    /// <summary>Whether a part of a path looks made by a machine: <c>1234</c>, <c>8f3a-…</c>. Names mostly have no digits, files and versions do.</summary>
    private static bool IsId(string part) => part.Any(char.IsAsciiDigit) && !part.Contains('.', StringComparison.Ordinal) && !IsVersion(part);

    private static bool IsVersion(string part) => part.Length is > 1 and < 5 && part[0] is 'v' or 'V' && part.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
