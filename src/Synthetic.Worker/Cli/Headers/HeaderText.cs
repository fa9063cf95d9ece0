namespace Synthetic.Worker.Cli.Headers;

/// <summary>Finds header values in what people paste and pipe.</summary>
internal static class HeaderText
{
    private const string Name = "Server-Timing:";

    // HTTP takes nothing else off a value; other white space belongs to it, and browsers read it so.
    private static readonly char[] Space = [' ', '\t', '\r', '\n'];

    public static IReadOnlyList<string> Fields(IReadOnlyList<string> given, TextReader standardInput) =>
        [.. given.SelectMany(one => one == "-" ? OfLines(standardInput.ReadToEnd()) : [Value(one)])];

    // Of whole responses only the last counts, as after redirects, and of it only our fields; lines without any name are values themselves.
    private static IEnumerable<string> OfLines(string text)
    {
        string[] lines = [.. text.Split('\n').Select(Trim).Where(line => line.Length > 0).Select(Received)];
        var status = Array.FindLastIndex(lines, line => line.StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase));
        string[] named = [.. lines.Skip(status + 1).Where(IsNamed)];
        return (named.Length > 0 || status >= 0 ? named : lines).Select(Value);
    }

    // curl -v marks what it received.
    private static string Received(string line) => line.StartsWith("< ", StringComparison.Ordinal) ? line[2..] : line;

    private static bool IsNamed(string line) => line.StartsWith(Name, StringComparison.OrdinalIgnoreCase);

    private static string Value(string text) => Trim(text) is var value && IsNamed(value) ? Trim(value[Name.Length..]) : value;

    private static string Trim(string text) => text.Trim(Space);
}
