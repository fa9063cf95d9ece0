using System.Text;
using System.Text.Json;
using Synthetic.Core.Secrets;

namespace Synthetic.Core.ScenarioFiles.Syntax;

/// <summary>A JSON value that knows where it stands, which <see cref="JsonElement"/> does not.</summary>
internal sealed class ConfigNode(string path, JsonTokenType kind, int line, int column)
{
    private const int LongestShown = 80;

    public string Path { get; } = path;
    public JsonTokenType Kind { get; } = kind;
    public int Line { get; } = line;
    public int Column { get; } = column;

    /// <summary>A string's value, with environment values filled in; a number as written.</summary>
    public string Text { get; set; } = "";

    /// <summary>The text with <c>***</c> where environment values stand: the only form that messages may use.</summary>
    public string Shown { get; set; } = "";

    /// <summary>The environment values in <see cref="Text"/>.</summary>
    public IReadOnlyList<Secret> Secrets { get; set; } = [];

    /// <summary>Whether <c>${…}</c> stands in it, wherever its value then came from.</summary>
    public bool HasReference { get; set; }

    /// <summary>Whether an error about its text has been reported, so that a second one would only confuse.</summary>
    public bool Broken { get; set; }

    public List<ConfigMember> Members { get; } = [];
    public List<ConfigNode> Items { get; } = [];

    public ConfigNode? this[string key] => Members.Find(member => member.Key == key)?.Value;

    /// <summary>This node and all below it.</summary>
    public IEnumerable<ConfigNode> All() =>
        Members.Select(member => member.Value).Concat(Items).SelectMany(node => node.All()).Prepend(this);

    /// <summary>The value for a message: strings in quotes.</summary>
    public string Quoted() => Kind == JsonTokenType.String ? $"\"{Plain(Shown)}\"" : Bare();

    /// <summary>The value for a message: strings as they are.</summary>
    public string Bare() => Kind switch
    {
        JsonTokenType.String => Shown.Length == 0 ? "empty" : Plain(Shown),
        JsonTokenType.Number => Plain(Text),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.StartArray => "an array",
        _ => "an object",
    };

    /// <summary>Cuts a text to one printable line: it goes to terminals and logs.</summary>
    public static string Plain(string text)
    {
        var line = new StringBuilder();
        foreach (var c in text)
        {
            if (line.Length >= LongestShown)
                return line.Append('…').ToString();
            _ = char.IsControl(c) || c is '\u2028' or '\u2029' ? line.Append($"\\u{(int)c:x4}") : line.Append(c);
        }

        return line.ToString();
    }
}

/// <summary>A key of an object and its value; line and column are the key's.</summary>
internal sealed record ConfigMember(string Key, ConfigNode Value, int Line, int Column);
