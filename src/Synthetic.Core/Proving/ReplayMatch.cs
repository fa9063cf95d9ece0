using Synthetic.Core.Basics;

namespace Synthetic.Core.Proving;

/// <summary>Finds the recorded answer that a replayed request is to get: addresses may carry nonces, instants and ids.</summary>
/// <param name="recording">What was recorded.</param>
public sealed class ReplayMatch(Recording recording)
{
    private readonly (RecordedAnswer Answer, ReplayAddress Address)[] _answers = [.. recording.Answers.Select(a => (a, ReplayAddress.Of(a.Url)))];
    private readonly HashSet<RecordedAnswer> _given = new(ReferenceEqualityComparer.Instance);

    /// <summary>The answer for a request: its own where it was recorded, else the nearest; each is given once, and again where there are more requests than answers.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="url">Its address.</param>
    /// <param name="sent">What it carries; <c>null</c> for nothing.</param>
    /// <returns>The answer and whether method, address and body were just the recorded ones; <c>null</c> where nothing was recorded that could be meant.</returns>
    public (RecordedAnswer Answer, bool Exact)? Take(string method, string url, string? sent)
    {
        var address = ReplayAddress.Of(url);
        var best = _answers
            .Where(a => string.Equals(a.Answer.Exchange.Method, method, StringComparison.OrdinalIgnoreCase))
            .Select((a, at) => (a.Answer, At: at, Away: address.DistanceTo(a.Address), Other: a.Answer.Sent == sent ? 0 : 1, Given: _given.Contains(a.Answer) ? 1 : 0))
            .Where(c => c.Away is not null)
            // What was recorded for just this request is right however often it is asked for; of what is only close, each answer serves once.
            .OrderBy(c => c.Away == 0 ? c.Other : 2).ThenBy(c => c.Given).ThenBy(c => c.Away).ThenBy(c => c.Other)
            // Asked once more than recorded: a server's last word on it, not its first.
            .ThenBy(c => c.Given == 0 ? c.At : -c.At)
            .FirstOrDefault();
        if (best.Answer is null)
            return null;
        _given.Add(best.Answer);
        return (best.Answer, best is { Away: 0, Other: 0, Given: 0 });
    }
}

/// <summary>An address taken apart as far as two runs may differ in it.</summary>
internal sealed class ReplayAddress
{
    /// <summary>What another id in the path weighs against another parameter of the query.</summary>
    private const int PathWeight = 100;

    /// <summary>What comes after as many parameters counts as one: to compare them one by one is work that a page could make without end.</summary>
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

    /// <summary>0 for the same, more the less they have in common, <c>null</c> where they can't mean the same.</summary>
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
        // An order that differs is no difference of meaning, but not the same text either.
        var shuffled = alone == 0 && !_query.SequenceEqual(other._query) ? 1 : 0;
        return (differ * PathWeight) + alone + shuffled;
    }

    /// <summary>Whether a part of a path looks made by a machine: <c>1234</c>, <c>8f3a-…</c>. Names mostly have no digits, files and versions do.</summary>
    private static bool IsId(string part) => part.Any(char.IsAsciiDigit) && !part.Contains('.', StringComparison.Ordinal) && !IsVersion(part);

    private static bool IsVersion(string part) => part.Length is > 1 and < 5 && part[0] is 'v' or 'V' && part.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
