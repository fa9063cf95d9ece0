using System.Text;
using System.Text.Json;

namespace Synthetic.Core.ScenarioFiles.Syntax;

/// <summary>Turns a file's text into nodes. A syntax error ends it; duplicate keys and broken escapes do not.</summary>
internal ref struct ConfigParser
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadContext _context;
    private Utf8JsonReader _reader;
    private int _line = 1;
    private int _column = 1;
    private int _position;

    private ConfigParser(ReadOnlySpan<byte> bytes, ReadContext context)
    {
        _bytes = bytes;
        _context = context;
        _reader = new Utf8JsonReader(bytes, Options);
    }

    /// <summary>The file's root, or <c>null</c> where it is not JSON, which has then been reported.</summary>
    public static ConfigNode? Parse(string json, ReadContext context)
    {
        var bytes = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        var parser = new ConfigParser(bytes, context);
        try
        {
            parser._reader.Read();
            var root = parser.Value("");
            // Reads on to the end: text after the root is an error too.
            parser._reader.Read();
            return root;
        }
        catch (JsonException error)
        {
            context.Report(SyntaxWords.Explain(bytes, error));
            return null;
        }
    }

    private ConfigNode Value(string path)
    {
        Advance();
        var node = new ConfigNode(path, _reader.TokenType, _line, _column);
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                Members(node);
                break;
            case JsonTokenType.StartArray:
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                    node.Items.Add(Value($"{path}[{node.Items.Count}]"));
                break;
            case JsonTokenType.String:
                node.Text = node.Shown = Text(node);
                break;
            case JsonTokenType.Number:
                node.Text = node.Shown = Encoding.UTF8.GetString(_reader.ValueSpan);
                break;
        }

        return node;
    }

    private void Members(ConfigNode parent)
    {
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            Advance();
            var (line, column) = (_line, _column);
            var key = Text(parent);
            _reader.Read();
            var value = Value(PathOf(parent.Path, key));
            var first = parent.Members.Find(member => member.Key == key);
            if (first is null)
                parent.Members.Add(new ConfigMember(key, value, line, column));
            else
                _context.Report(new ScenarioError(value.Path, $"is given twice, first in line {first.Line}; keep one of them", line, column));
        }
    }

    private readonly string Text(ConfigNode node)
    {
        try
        {
            return _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The reader checks escapes only when asked for the value: half a surrogate pair is found here.
            node.Broken = true;
            _context.Report(new ScenarioError(node.Path, "has half a character in a \\u escape; write the character itself", _line, _column));
            return "";
        }
    }

    /// <summary>Moves line and column up to the current token. Tokens come in order, so each byte is looked at once.</summary>
    private void Advance()
    {
        for (var start = (int)_reader.TokenStartIndex; _position < start; _position++)
        {
            if (_bytes[_position] == '\n')
                (_line, _column) = (_line + 1, 1);
            else if ((_bytes[_position] & 0xC0) != 0x80)
                _column++;
        }
    }

    private static string PathOf(string parent, string key)
    {
        var plain = key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '$');
        if (!plain)
            return $"{parent}[\"{ConfigNode.Plain(key)}\"]";
        return parent.Length == 0 ? ConfigNode.Plain(key) : $"{parent}.{ConfigNode.Plain(key)}";
    }
}
