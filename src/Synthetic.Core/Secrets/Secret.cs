namespace Synthetic.Core.Secrets;

/// <summary>A value that must never be written anywhere. It shows itself as <c>***</c>; only <see cref="Reveal"/> gives it out.</summary>
public sealed class Secret
{
    private readonly string _value;

    /// <summary>Wraps a value.</summary>
    /// <param name="name">The environment variable it came from, for messages.</param>
    /// <param name="value">The value.</param>
    public Secret(string name, string value)
    {
        Name = name;
        _value = value;
    }

    /// <summary>The environment variable it came from.</summary>
    public string Name { get; }

    /// <summary>The value itself: for filling in fields and making requests, never for output.</summary>
    public string Reveal() => _value;

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";
}
