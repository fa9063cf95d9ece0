using System.Text;
using System.Text.Json;

namespace Synthetic.Core.ScenarioFiles.Syntax;

/// <summary>Says in a writer's words what the JSON reader says in a parser's.</summary>
internal static class SyntaxWords
{
    public static ScenarioError Explain(byte[] bytes, JsonException error)
    {
        var line = (int)(error.LineNumber ?? 0);
        var start = LineStart(bytes, line);
        var at = (int)Math.Min(bytes.Length, start + (error.BytePositionInLine ?? 0));
        var column = Encoding.UTF8.GetCharCount(bytes, start, at - start) + 1;
        var why = bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty ? "it is empty" : Why(bytes, at, error.Message);
        return new ScenarioError("", $"is not valid JSON: line {line + 1}, column {column}: {why}", line + 1, column);
    }

    private static string Why(byte[] bytes, int at, string message)
    {
        var found = at < bytes.Length ? (char)bytes[at] : '\0';
        bool Says(string words) => message.Contains(words, StringComparison.Ordinal);

        if (Says("depth of"))
            return "objects and arrays are nested too deep";
        if (bytes.AsSpan(at).Trim(" \t\r\n"u8).IsEmpty && !Says("within a JSON string"))
            return "the file ends too early; a closing }, ] or \" is missing";
        if (found == '\'')
            return "strings take double quotes, not single ones";
        if (found is '\n' or '\r')
            return "a string ends with its line; close it with \", or write \\n for a new line";
        if (Says("escapable"))
            return $"\\{Shown(found)} is no escape; write \\\\ for a backslash";
        if (Says("after a single JSON value"))
            return $"nothing may follow the closing }}, found {Shown(found)}";
        if (Says("after a value"))
            return $"a comma is missing before {Shown(found)}";
        if (Says("start of a property name"))
            return $"a key in double quotes was expected, found {Shown(found)}";
        if (Says("start of a value"))
            return $"a value was expected, found {Shown(found)}; strings take double quotes";
        return Tidy(message);
    }

    private static string Shown(char found) => found is > ' ' and < '\u007f' ? found.ToString() : "an unexpected character";

    /// <summary>Drops the reader's own position and its advice to programmers.</summary>
    private static string Tidy(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var text = end < 0 ? message : message[..end];
        end = text.IndexOf(" Change the reader options", StringComparison.Ordinal);
        text = ConfigNode.Plain((end < 0 ? text : text[..end]).Trim().TrimEnd('.'));
        return text;
    }

    private static int LineStart(byte[] bytes, int line)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            var next = Array.IndexOf(bytes, (byte)'\n', start);
            if (next < 0)
                break;
            start = next + 1;
        }

        return start;
    }
}
