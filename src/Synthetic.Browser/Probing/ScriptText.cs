using System.Text;

namespace Synthetic.Browser.Probing;

/// <summary>Makes a script of ours cheaper for the browser: it goes through three processes, and is read anew in every document.</summary>
internal static class ScriptText
{
    /// <summary>
    /// Takes away the lines that are nothing but a comment, and what lines begin with, and puts the functions that stand on their own into
    /// parentheses: V8 compiles such a one when it first reads it, others it reads a second time when they are called.
    /// </summary>
    /// <param name="script">
    /// A script without texts of several lines, whose comments of several lines begin and end theirs, and whose functions begin as
    /// <c>const name = of => {</c> and end as <c>};</c>, both without anything before them on their line.
    /// </param>
    /// <exception cref="ArgumentException">A comment or a function of it has no end of that kind.</exception>
    public static string ForDocuments(string script)
    {
        var text = new StringBuilder(script.Length);
        var (isComment, isFunction) = (false, false);
        foreach (var line in script.AsSpan().EnumerateLines())
        {
            var bare = line.Trim();
            isComment |= bare.StartsWith("/*");
            if (isComment)
            {
                // What follows a comment on its last line is no comment: `/** @type {any} */ (window)`.
                var end = bare.IndexOf("*/");
                isComment = end < 0;
                bare = isComment ? [] : bare[(end + 2)..].TrimStart();
            }
            if (bare.IsEmpty || bare.StartsWith("//"))
                continue;
            if (!isFunction && line.StartsWith("const ") && bare.EndsWith("=> {") && bare.IndexOf(" = ") is > 0 and var name)
            {
                isFunction = true;
                text.Append(bare[..(name + 3)]).Append('(').Append(bare[(name + 3)..]);
            }
            else if (isFunction && line is "};")
            {
                isFunction = false;
                text.Append("});");
            }
            else if (isFunction && !char.IsWhiteSpace(line[0]))
            {
                throw Unended();
            }
            else
            {
                text.Append(bare);
            }
            text.Append('\n');
        }
        return isComment || isFunction ? throw Unended() : text.ToString();

        static ArgumentException Unended() => new("a comment or a function of the script has no end on a line of its own", nameof(script));
    }
}
