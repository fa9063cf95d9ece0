using System.Text;

namespace Synthetic.Browser.Explaining;

/// <summary>The message of a failure: what matters most first, and only whole parts, however little room there is.</summary>
internal sealed class FailureText
{
    /// <summary>A record keeps 1,000 characters.</summary>
    private const int Longest = 980;

    private readonly StringBuilder _text = new();

    /// <summary>What failed.</summary>
    public FailureText(string what) => _text.Append(what);

    /// <summary>Adds a part; nothing where it is empty, or there is no room left for it.</summary>
    public FailureText Add(string? part, string before = "; ")
    {
        if (!string.IsNullOrEmpty(part) && _text.Length + before.Length + part.Length <= Longest)
            _text.Append(before).Append(part);
        return this;
    }

    public override string ToString() => _text.ToString();
}
