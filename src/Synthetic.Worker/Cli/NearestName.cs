namespace Synthetic.Worker.Cli;

/// <summary>What a misspelt name was meant to be.</summary>
internal static class NearestName
{
    /// <summary><c>; did you mean "place-order"?</c>, or nothing where no name is near.</summary>
    internal static string Hint(string given, IEnumerable<string> known)
    {
        var limit = given.TrimStart('-').Length <= 3 ? 1 : 2;
        var nearest = known
            .Select(name => (Name: name, Distance: Near(given, name)))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        return nearest.Name is null ? "" : $"; did you mean \"{nearest.Name}\"?";
    }

    // A beginning typed right counts as near: "place" means "place-order".
    private static int Near(string given, string name) =>
        given.Length > 2 && name.StartsWith(given, StringComparison.OrdinalIgnoreCase) ? 1 : Distance(given.ToLowerInvariant(), name.ToLowerInvariant());

    // Two swapped letters count as one slip: it is the commonest.
    private static int Distance(string from, string to)
    {
        var (before, last) = (new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray());
        for (var i = 1; i <= from.Length; i++)
        {
            var now = new int[to.Length + 1];
            now[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
            }

            (before, last) = (last, now);
        }

        return last[^1];
    }
}
