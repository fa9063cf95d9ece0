using System.Text.RegularExpressions;

namespace Synthetic.Core.ServerTiming;

/// <summary>Names and descriptions that tell visitors about the inside. Anybody can read this header.</summary>
internal static partial class ServerTimingLintLeaks
{
    // A header may be megabytes of something else; what leaks, leaks early.
    private const int MostCharacters = 512;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IEnumerable<ServerTimingLintFinding> Of(ServerTimingLintEntry entry)
    {
        (string Where, string Text)[] texts = [("name", entry.Name), ("description", entry.Description)];
        foreach (var (where, text) in texts)
        {
            if (Finding(entry.Name, where, text[..Math.Min(text.Length, MostCharacters)]) is { } finding)
                yield return finding;
        }
    }

    private static ServerTimingLintFinding? Finding(string metric, string where, string text)
    {
        if (Secret().IsMatch(text))
            return ServerTimingLint.Error(metric, $"the {where} looks like it holds a password or a key: every visitor can read this header");
        if (StackTrace().IsMatch(text))
            return ServerTimingLint.Error(metric, Message(where, text, "a stack trace"));
        if (Sql().IsMatch(text))
            return ServerTimingLint.Error(metric, Message(where, text, "SQL"));
        if (FilePath().IsMatch(text))
            return ServerTimingLint.Warning(metric, Message(where, text, "a file path"));
        if (Address().IsMatch(text))
            return ServerTimingLint.Warning(metric, Message(where, text, "somebody's e-mail address"));
        return Host().IsMatch(text) ? ServerTimingLint.Warning(metric, Message(where, text, "a host")) : null;
    }

    private static string Message(string where, string text, string what) =>
        $"the {where} looks like {what} (\"{ServerTimingLint.Short(text)}\"): every visitor can read this header";

    [GeneratedRegex(@"\b(password|passwd|pwd|secret|api[_-]?key|access[_-]?token)=[^\s*]|://[^/\s:@]+:[^/\s@]+@|\bbearer\s+[\w.-]{8}|\beyJ[\w-]{10,}\.eyJ", Options)]
    private static partial Regex Secret();

    [GeneratedRegex(@"[\w.+-]@[\w-]+(\.[\w-]+)*\.[a-z]{2,}\b", Options)]
    private static partial Regex Address();

    [GeneratedRegex(@"\bat [\w.<>$]+\(|\w(Exception|Error): |Traceback \(|\.(cs|java|py|js|rb|go|php):\d+", Options)]
    private static partial Regex StackTrace();

    [GeneratedRegex(@"\bselect\b.+\bfrom\b|\binsert\s+into\b|\bupdate\b.+\bset\b|\bdelete\s+from\b", Options)]
    private static partial Regex Sql();

    [GeneratedRegex(@"(^|[\s""'=(])(/(var|home|usr|opt|srv|etc|app|tmp|mnt|data)/|[a-z]:\\|\\\\\w)", Options)]
    private static partial Regex FilePath();

    [GeneratedRegex(@"\b\d{1,3}(\.\d{1,3}){3}\b|\b[\w-]+\.(internal|local|lan|corp|intra|svc|cluster|amazonaws|rds|compute|consul)\b|\b[\w-]+(\.[\w-]+)+:\d{2,5}\b|\bip-\d+-\d+-\d+-\d+\b", Options)]
    private static partial Regex Host();
}
