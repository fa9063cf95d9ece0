using System.Text.RegularExpressions;
using Synthetic.Core.ScenarioFiles.Shapes;

namespace Synthetic.Core.ScenarioFiles.Keys;

/// <summary>Names that go unquoted into logs, metric labels, file names and addresses.</summary>
internal static partial class NameText
{
    public const int Longest = 100;
    public const string Pattern = @"^[\p{L}\p{N}]([\p{L}\p{N} ._-]*[\p{L}\p{N}._-])?$";
    public const string Must = "must be a name of letters, digits, spaces and . _ -, starting with a letter or digit, of at most 100 characters";

    public static Shape<string> Shape { get; } = new TextShape("a name", 1, Longest)
    {
        Literal = true,
        Pattern = Pattern,
        Problem = (text, _) => IsValid(text) ? null : (Must, null),
    };

    public static bool IsValid(string name) => name.Length <= Longest && Regex().IsMatch(name) && !name.EndsWith('\n');

    [GeneratedRegex(Pattern)]
    private static partial Regex Regex();
}
