using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles.Shapes;

/// <summary>Reports keys that nobody reads.</summary>
internal static class UnknownKey
{
    /// <summary>Reports one, with what it was likely meant to be.</summary>
    /// <param name="member">The key.</param>
    /// <param name="known">The keys that are read there.</param>
    /// <param name="context">Where it is reported.</param>
    /// <param name="guesses">Other keys it may be meant to be, which are not worth listing.</param>
    /// <returns>The keys it was likely meant to be.</returns>
    public static IReadOnlyList<string> Report(ConfigMember member, IReadOnlyList<string> known, ReadContext context, IEnumerable<string>? guesses = null)
    {
        var near = Suggestion.Nearest(member.Key, [.. known, .. guesses ?? []]);
        var advice = near.Count > 0 ? Suggestion.DidYouMean(near) : $"known keys: {string.Join(", ", known)}";
        context.Report(new ScenarioError(member.Value.Path, $"is not a known key; {advice}", member.Line, member.Column));
        return near;
    }
}
