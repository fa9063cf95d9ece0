namespace Synthetic.Core.Proving.Replaying;

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
            .Select((a, at) => (a.Answer, At: at, Distance: address.DistanceTo(a.Address), OtherBody: a.Answer.Sent == sent ? 0 : 1, Given: _given.Contains(a.Answer) ? 1 : 0))
            .Where(c => c.Distance is not null)
            // An answer to exactly this request may be given again; one that is only close is given once before any is repeated.
            .OrderBy(c => c.Distance == 0 ? c.OtherBody : 2).ThenBy(c => c.Given).ThenBy(c => c.Distance).ThenBy(c => c.OtherBody)
            // A request that is sent more often than it was recorded gets the last answer of its server, not the first.
            .ThenBy(c => c.Given == 0 ? c.At : -c.At)
            .FirstOrDefault();
        if (best.Answer is null)
            return null;
        _given.Add(best.Answer);
        return (best.Answer, best is { Distance: 0, OtherBody: 0, Given: 0 });
    }
}
