using Synthetic.Core.Records;

namespace Synthetic.Core.Advising;

/// <summary>What one adviser found in one window.</summary>
/// <param name="Kind">The advice's kind.</param>
/// <param name="Subject">What it is about: of several findings on one thing, in INP and response, only the largest is said.</param>
/// <param name="Text">What to do, in a sentence.</param>
/// <param name="SavingMs">What it would save, in milliseconds; <c>null</c> where that can't be told.</param>
internal sealed record Finding(string Kind, string Subject, string Text, double? SavingMs)
{
    /// <summary>The requests that would be left out, or sent together; <c>null</c> where it is not about such.</summary>
    public IReadOnlyList<int>? RequestIds { get; init; }

    /// <summary>The same for the record: of bounded length, and the saving within the window it comes from.</summary>
    public Advice ToAdvice() => new(Kind, Wording.Cut(Text, Wording.LongestSentence), SavingMs) { RequestIds = RequestIds };
}
