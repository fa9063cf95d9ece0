using Synthetic.Core.ScenarioFiles.Syntax;

namespace Synthetic.Core.ScenarioFiles;

/// <summary>Finds what a misspelt word was meant to be.</summary>
public static class Suggestion
{
    private const int MostSuggestions = 3;
    private const int MostListed = 20;
    private const int ShortestBeginning = 3;

    /// <summary>Follows a complaint about an unknown word: <c>; did you mean "place-order"?</c></summary>
    /// <param name="given">The word as it was typed.</param>
    /// <param name="known">The words there are.</param>
    /// <returns>At most three words, the nearest; an empty text where none is near.</returns>
    public static string Hint(string given, IEnumerable<string> known)
    {
        var near = Nearest(given, known);
        return near.Count == 0 ? "" : $"; {DidYouMean(near)}";
    }

    /// <summary>
    /// The known words nearest to a given one: all at the smallest distance; where even that is far, those it is the
    /// beginning of: "place" means "place-order".
    /// </summary>
    internal static IReadOnlyList<string> Nearest(string given, IEnumerable<string> known)
    {
        var words = known.Distinct().ToList();
        // An option's dashes are always right and must not buy it more slips.
        var limit = given.TrimStart('-').Length switch { <= 3 => 1, <= 7 => 2, _ => 3 };
        var near = words.Select(word => (Word: word, Distance: Distance(given, word)))
            .Where(candidate => candidate.Distance <= limit).ToList();
        if (near.Count == 0)
            return given.Length < ShortestBeginning ? [] : [.. words.Where(word => word.StartsWith(given, StringComparison.OrdinalIgnoreCase))];
        return [.. near.Where(one => one.Distance == near.Min(other => other.Distance)).Select(one => one.Word)];
    }

    /// <summary>What to do about an unknown word: the nearest ones, else all of them where they are few.</summary>
    internal static string? For(string given, IReadOnlyCollection<string> known)
    {
        var near = Nearest(given, known);
        if (near.Count > 0)
            return DidYouMean(near);
        return known.Count is > 0 and <= MostListed ? $"known: {string.Join(", ", known)}" : null;
    }

    internal static string DidYouMean(IReadOnlyList<string> words) =>
        $"did you mean {string.Join(" or ", words.Take(MostSuggestions).Select(word => $"\"{ConfigNode.Plain(word)}\""))}?";

    /// <summary>Edits from one to the other, ignoring case; two swapped letters are one edit, being the commonest slip.</summary>
    internal static int Distance(string from, string to)
    {
        var (before, last, now) = (new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray(), new int[to.Length + 1]);
        for (var i = 1; i <= from.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var swap = i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]);
                now[j] = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + (Same(from[i - 1], to[j - 1]) ? 0 : 1));
                now[j] = swap ? Math.Min(now[j], before[j - 2] + 1) : now[j];
            }

            (before, last, now) = (last, now, before);
        }

        return last[to.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
