namespace Synthetic.Core.Records;

/// <summary>How a run ended, as records, tables, pages and people's text spell it: <c>passed</c>, <c>failed</c> and so on.</summary>
public static class StatusText
{
    /// <summary>Every one of them, in the order of <see cref="RunStatus"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<RunStatus>().Select(Of)];

    /// <summary>A status in small letters.</summary>
    /// <param name="status">The status.</param>
    public static string Of(RunStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>The status that a text names.</summary>
    /// <param name="text">The text; capitals make no difference.</param>
    /// <returns>The status; <c>null</c> where it names none. A number names none.</returns>
    public static RunStatus? Find(string text) =>
        Enum.GetValues<RunStatus>().Where(status => string.Equals(text, Of(status), StringComparison.OrdinalIgnoreCase)).Cast<RunStatus?>().FirstOrDefault();

    /// <summary>The status that a text of our own names.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It names none.</exception>
    public static RunStatus Read(string text) => Find(text) ?? throw new FormatException($"{text} is no status of a run");
}
