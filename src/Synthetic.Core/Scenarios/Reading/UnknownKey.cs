namespace Synthetic.Core.Scenarios.Reading;

/// <summary>Reports keys that nobody reads.</summary>
internal static class UnknownKey
{
    /// <summary>Reports one, with what it was likely meant to be.</summary>
    /// <returns>The keys it was likely meant to be.</returns>
    public static IReadOnlyList<string> Report(ConfigMember member, IReadOnlyList<string> known, ReadContext context)
    {
        var near = Suggestion.Nearest(member.Key, known);
        var advice = near.Count > 0 ? Suggestion.DidYouMean(near) : $"known keys: {string.Join(", ", known)}";
        context.Report(new ScenarioError(member.Value.Path, $"is not a known key; {advice}", member.Line, member.Column));
        return near;
    }
}
