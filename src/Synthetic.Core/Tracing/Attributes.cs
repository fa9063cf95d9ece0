using System.Collections;
using Synthetic.Core.Basics;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Tracing;

/// <summary>Gathers attributes; what is not known is left out.</summary>
internal sealed class Attributes : IEnumerable<KeyValuePair<string, object>>
{
    private const int LongestText = 2000;

    private readonly List<KeyValuePair<string, object>> _all = [];

    public IReadOnlyList<KeyValuePair<string, object>> All => _all;

    public void Add(string name, string? value)
    {
        if (value is not null)
            _all.Add(new(name, PlainText.Cut(value, LongestText)));
    }

    public void Add(string name, double? value)
    {
        if (value is { } known)
            _all.Add(new(name, known));
    }

    public void Add(string name, long? value)
    {
        if (value is { } known)
            _all.Add(new(name, known));
    }

    public void Add(string name, bool value) => _all.Add(new(name, value));

    public void Add(string name, string[] values) => _all.Add(new(name, values));

    /// <summary>Who took most of a window.</summary>
    public void Add(Culprit? culprit)
    {
        if (culprit is null)
            return;
        Add("synthetic.culprit.kind", Words.Of(culprit.Kind));
        Add("synthetic.culprit.component", culprit.Component);
        Add("synthetic.culprit.duration_ms", culprit.Ms);
        Add("synthetic.culprit.share", culprit.Share);
        Add("synthetic.culprit.confidence", Words.Of(culprit.Confidence));
        if (culprit.Evidence.Count > 0)
            Add("synthetic.culprit.evidence", [.. culprit.Evidence.Select(sentence => PlainText.Cut(sentence, LongestText))]);
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
