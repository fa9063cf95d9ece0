using Synthetic.Core.Basics;

namespace Synthetic.Core.Proving.Replaying;

/// <summary>All answers of a step, as one live run had them.</summary>
public sealed record Recording
{
    private Recording(IReadOnlyList<RecordedAnswer> answers, IReadOnlyList<string> limits) => (Answers, Limits) = (answers, limits);

    /// <summary>In the order of their requests.</summary>
    public IReadOnlyList<RecordedAnswer> Answers { get; }

    /// <summary>What of the step no replay can give as it was, a sentence each.</summary>
    public IReadOnlyList<string> Limits { get; }

    /// <summary>Puts a recording together: numbers the identical requests, and tells third parties.</summary>
    /// <param name="page">The address of the page that the step began on.</param>
    /// <param name="answers">In the order of their requests.</param>
    /// <param name="limits">What no replay can give.</param>
    public static Recording Of(string page, IReadOnlyList<RecordedAnswer> answers, IEnumerable<string> limits)
    {
        var counts = new Dictionary<(string, string), int>();
        var numbered = new List<RecordedAnswer>();
        foreach (var answer in answers)
        {
            var exchange = answer.Exchange with { Url = WebAddress.WithoutFragment(answer.Exchange.Url) };
            var ordinal = counts[(exchange.Method, exchange.Url)] = counts.GetValueOrDefault((exchange.Method, exchange.Url), -1) + 1;
            numbered.Add(answer with { Exchange = exchange, Ordinal = ordinal, ThirdParty = WebAddress.IsHttp(page) && !Site.Same(page, answer.Url) });
        }
        return new Recording(numbered, [.. limits.Distinct(StringComparer.Ordinal)]);
    }
}
