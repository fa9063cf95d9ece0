namespace Synthetic.Worker.Terminal;

/// <summary>How a piece of text looks.</summary>
/// <param name="Colour">Its number in the palette of 256 colours; <c>null</c> for the terminal's own. All of them are readable on black and on white.</param>
/// <param name="IsDim">Whether it steps back.</param>
/// <param name="IsStrong">Whether it stands out.</param>
internal readonly record struct TextStyle(byte? Colour = null, bool IsDim = false, bool IsStrong = false)
{
    public static TextStyle Plain => default;

    public static TextStyle Dim { get; } = new(IsDim: true);

    public static TextStyle Strong { get; } = new(IsStrong: true);

    public static TextStyle Good { get; } = new(34);

    public static TextStyle Fair { get; } = new(172);

    public static TextStyle Poor { get; } = new(196);

    public static TextStyle Accent { get; } = new(31);
}
