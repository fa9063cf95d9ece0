using System.Text;

namespace Synthetic.Browser.Probing;

/// <summary>Makes a script of ours smaller, which goes through three processes and is read anew in every document.</summary>
internal static class ScriptText
{
    /// <summary>Takes away the lines that are nothing but a comment, and what lines begin with.</summary>
    /// <param name="script">A script without texts of several lines, whose comments of several lines begin and end theirs.</param>
    public static string Bare(string script)
    {
        var bare = new StringBuilder(script.Length);
        var isComment = false;
        foreach (var line in script.AsSpan().EnumerateLines())
        {
            var text = line.Trim();
            isComment |= text.StartsWith("/*");
            if (!isComment && !text.StartsWith("//") && !text.IsEmpty)
                bare.Append(text).Append('\n');
            // What follows a comment on its last line is no comment: `/** @type {any} */ (window)`.
            if (isComment && text.IndexOf("*/") is >= 0 and var end)
            {
                isComment = false;
                if (text[(end + 2)..].Trim() is { IsEmpty: false } rest)
                    bare.Append(rest).Append('\n');
            }
        }
        return bare.ToString();
    }
}
