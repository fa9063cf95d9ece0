namespace Synthetic.Worker.Cli.Headers;

/// <summary>Finds header values in what people paste and pipe.</summary>
internal static class HeaderText
{
    private const string Name = "Server-Timing:";

    public static IReadOnlyList<string> Fields(IReadOnlyList<string> given, TextReader standardInput) =>
        [.. given.SelectMany(one => one == "-" ? OfLines(standardInput.ReadToEnd()) : [Value(one)])];

    // Among whole response headers only ours count; lines without any name are values themselves.
    private static IEnumerable<string> OfLines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var named = lines.Where(IsNamed).ToList();
        var response = lines.Length > 0 && lines[0].StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase);
        return (named.Count > 0 || response ? named : [.. lines]).Select(Value);
    }

    private static bool IsNamed(string line) => line.StartsWith(Name, StringComparison.OrdinalIgnoreCase);

    private static string Value(string text) => IsNamed(text.Trim()) ? text.Trim()[Name.Length..].Trim() : text.Trim();
}
