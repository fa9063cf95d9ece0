namespace Synthetic.Core.Scenarios;

/// <summary>How scenario files and the command line spell a <see cref="CauseRule"/>.</summary>
public static class CauseRules
{
    private static readonly (string Word, CauseRule Rule)[] Table = [("read-only", CauseRule.ReadOnly), ("always", CauseRule.Always), ("never", CauseRule.Never)];

    /// <summary>All of the words.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Table.Select(row => row.Word)];

    /// <summary>The rule of a word.</summary>
    /// <param name="word">One of <see cref="Words"/>; <c>null</c> for the default.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public static CauseRule Parse(string? word)
    {
        if (word is null)
            return CauseRule.ReadOnly;
        var place = Array.FindIndex(Table, row => row.Word == word);
        ArgumentOutOfRangeException.ThrowIfNegative(place, nameof(word));
        return Table[place].Rule;
    }
}
