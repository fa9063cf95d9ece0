namespace Synthetic.Core.Records;

/// <summary>Something worth doing.</summary>
/// <param name="Kind">What sort: <c>parallelize</c>, <c>memoize</c>, <c>server-timing</c>.</param>
/// <param name="Text">What to do, in a sentence.</param>
/// <param name="SavingMs">What it would save, in milliseconds; <c>null</c> where that can't be told.</param>
public sealed record Advice(string Kind, string Text, double? SavingMs)
{
    /// <summary>The requests it is about, by id: of <c>memoize</c> the repeats, of <c>parallelize</c> the row; absent where it is about none.</summary>
    public IReadOnlyList<int>? RequestIds { get; init; }

    /// <summary>What it saved in a replay that did as it says, in milliseconds; absent where that was not tried, or shows no saving for certain.</summary>
    public double? ProvenMs { get; init; }

    /// <summary>Where that lies, with 95 % confidence at least: from and to, both over 0.</summary>
    public IReadOnlyList<double>? ProvenCi95 { get; init; }

    /// <summary>What it seemed to save in such a replay, in milliseconds, where that may as well have been nothing; absent where it is proven or was not tried.</summary>
    public double? TriedMs { get; init; }

    /// <summary>Where that lies, with 95 % confidence at least; absent where too few runs say.</summary>
    public IReadOnlyList<double>? TriedCi95 { get; init; }
}
