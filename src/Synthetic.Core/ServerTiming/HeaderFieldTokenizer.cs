using System.Buffers;
using System.Text;

namespace Synthetic.Core.ServerTiming;

/// <summary>Walks once over a header field. It follows Chromium's tokenizer, which is looser than RFC 9110.</summary>
internal ref struct HeaderFieldTokenizer
{
    // Chromium takes braces and DEL for token characters; the RFC does not.
    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz{|}~\u007f");

    private ReadOnlySpan<char> _rest;

    public HeaderFieldTokenizer(ReadOnlySpan<char> field)
    {
        _rest = field;
        SkipSpace();
    }

    public bool TryRead(char separator)
    {
        if (_rest.IsEmpty || _rest[0] != separator)
            return false;
        _rest = _rest[1..];
        SkipSpace();
        return true;
    }

    public bool TryReadToken(out ReadOnlySpan<char> token)
    {
        var end = _rest.IndexOfAnyExcept(Token);
        token = end < 0 ? _rest : _rest[..end];
        _rest = _rest[token.Length..];
        if (token.IsEmpty)
            return false;
        SkipSpace();
        return true;
    }

    /// <summary>The value read, cut to <paramref name="maxLength"/>; empty when it is missing or its quote never ends.</summary>
    public string ReadTokenOrQuotedString(int maxLength)
    {
        if (!_rest.IsEmpty && _rest[0] == '"')
            return ReadQuotedString(maxLength);
        TryReadToken(out var token);
        return token[..Math.Min(token.Length, maxLength)].ToString();
    }

    public void SkipToSeparator()
    {
        var end = _rest.IndexOfAny(',', ';');
        _rest = end < 0 ? default : _rest[end..];
    }

    private string ReadQuotedString(int maxLength)
    {
        var text = new StringBuilder();
        for (var i = 1; i < _rest.Length; i++)
        {
            if (_rest[i] == '"')
            {
                _rest = _rest[(i + 1)..];
                SkipSpace();
                return text.ToString();
            }

            if (_rest[i] == '\\' && ++i == _rest.Length)
                break;
            if (text.Length < maxLength)
                text.Append(_rest[i]);
        }

        _rest = default;
        return "";
    }

    private void SkipSpace() => _rest = _rest.TrimStart(" \t");
}
