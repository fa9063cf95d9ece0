using System.Text.RegularExpressions;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>What can be told of a selector without a browser: which engine each part is for, and whether its CSS can be read.</summary>
/// <remarks>It lets through what it is not sure of: the driver refuses the rest when the step is run.</remarks>
internal static partial class SelectorText
{
    private static readonly string[] Engines =
        ["css", "xpath", "text", "id", "role", "nth", "visible", "data-testid", "data-test-id", "data-test", "_react", "_vue", "aria-ref", "left-of", "right-of", "above", "below", "near"];

    /// <summary>What is wrong with a selector: what it must be, and what to do; <c>null</c> where nothing is, as far as can be told.</summary>
    public static (string Must, string? Advice)? Problem(string selector)
    {
        foreach (var part in Parts(selector))
        {
            if (Engine().Match(part) is { Success: true } match)
            {
                var (name, body) = (match.Groups["name"].Value.TrimStart('*'), part[match.Length..]);
                if (name.StartsWith("internal:", StringComparison.Ordinal))
                    continue;
                var engine = name.EndsWith(":light", StringComparison.Ordinal) ? name[..^":light".Length] : name;
                if (!Engines.Contains(engine, StringComparer.Ordinal))
                    return ($"must be a selector of a known engine before its =", Suggestion.For(engine, Engines) ?? "write CSS as it stands in a style sheet: [type=submit]");
                if (engine == "css" && SelectorReader.Problem(body) is { } inCss)
                    return (Must(inCss), null);
            }
            else if (!IsText(part) && !IsXPath(part) && SelectorReader.Problem(part) is { } problem)
            {
                return (Must(problem), part.StartsWith('#') && part.Length > 1 && char.IsAsciiDigit(part[1]) ? $"write [id=\"{part[1..]}\"]" : null);
            }
        }
        return null;
    }

    private static string Must(string problem) => $"must be a selector that can be read: {problem}";

    private static bool IsText(string part) => part.Length > 1 && part[0] is '"' or '\'' && part[^1] == part[0];

    private static bool IsXPath(string part) => part.StartsWith("..", StringComparison.Ordinal) || XPath().IsMatch(part);

    /// <summary>The parts between <c>&gt;&gt;</c>, which in quotes is none; in <c>text=</c> quotes may be part of the text.</summary>
    private static IEnumerable<string> Parts(string selector)
    {
        var (from, quote) = (0, '\0');
        for (var at = 0; at < selector.Length; at++)
        {
            var c = selector[at];
            if (c == '\\')
                at++;
            else if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' or '`' && !InText().IsMatch(selector[from..at]))
                quote = c;
            else if (c == '>' && at + 1 < selector.Length && selector[at + 1] == '>')
            {
                yield return selector[from..at].Trim();
                from = ++at + 1;
            }
        }
        yield return selector[Math.Min(from, selector.Length)..].Trim();
    }

    [GeneratedRegex(@"^(?<name>[a-zA-Z_0-9\-+:*]+)\s*=")]
    private static partial Regex Engine();

    [GeneratedRegex(@"^\(*//")]
    private static partial Regex XPath();

    [GeneratedRegex(@"^\s*text\s*=.+$")]
    private static partial Regex InText();
}
