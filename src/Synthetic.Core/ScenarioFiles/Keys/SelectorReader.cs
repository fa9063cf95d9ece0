namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>Reads a CSS selector far enough to find what no browser would understand; never more than that.</summary>
internal sealed class SelectorReader
{
    private readonly Stack<char> _open = new();
    private char _before = ' ';
    private char _beforeSpace = ' ';

    private SelectorReader() { }

    /// <summary>Why it can't be read; <c>null</c> where nothing speaks against it.</summary>
    public static string? Problem(string css)
    {
        if (css.AsSpan().Trim().IsEmpty)
            return "a part of it is empty";
        // An address in it, or a comment, would need a reader of its own.
        return css.Contains("url(", StringComparison.OrdinalIgnoreCase) || css.Contains("/*", StringComparison.Ordinal) ? null : new SelectorReader().Read(css);
    }

    private string? Read(string css)
    {
        for (var at = 0; at < css.Length; at++)
        {
            var c = css[at];
            if (c == '\\')
            {
                if (++at >= css.Length)
                    return "it ends in a backslash";
                Pass('a');
            }
            else if (c is '"' or '\'')
            {
                if (_open.Count == 0)
                    return "a text in quotes stands alone in it; find texts by text=… or { \"text\": … }";
                at = EndOfString(css, at);
                Pass('"');
            }
            else if (Wrong(c, at + 1 < css.Length ? css[at + 1] : ' ') is { } wrong)
                return wrong;
            else
                Pass(c);
        }
        if (_open.TryPeek(out var open))
            return $"its {open} is never closed";
        return _beforeSpace is '>' or '+' or '~' or ',' ? $"nothing follows its last {_beforeSpace}" : null;
    }

    private string? Wrong(char c, char next)
    {
        switch (c)
        {
            case '(' or '[':
                _open.Push(c);
                return null;
            case ')' or ']':
                return _open.TryPop(out var open) && open == (c == ')' ? '(' : '[') ? null : $"its {c} closes nothing";
            case '{' or '}' or ';':
                return $"{c} does not belong into a selector";
            // What stands in brackets has rules of its own.
            case var _ when _open.Count > 0:
                return null;
            case '#' or '.' when !MayBegin(next):
                return next == ' ' ? $"nothing follows its {c}" : $"what follows its {c} is no name; names begin with a letter";
            case ':' when !MayBegin(next):
                return _before == ':' || next == ':' ? "a pseudo-element is no element that can be found" : "nothing follows its :";
            case ',' or '>' or '+' or '~' when _beforeSpace is '>' or '+' or '~' || (c == ',' && _beforeSpace is ' ' or ','):
                return $"nothing stands before its {c}";
            default:
                return null;
        }
    }

    private static bool MayBegin(char c) => char.IsLetter(c) || c is '_' or '-' or '\\' or > '\u007f';

    private static int EndOfString(string css, int from)
    {
        for (var at = from + 1; at < css.Length; at++)
        {
            if (css[at] == '\\')
                at++;
            else if (css[at] == css[from])
                return at;
        }
        return css.Length;
    }

    private void Pass(char c)
    {
        _before = c;
        if (c != ' ')
            _beforeSpace = c;
    }
}
