namespace Synthetic.Worker.Terminal;

/// <summary>A line of output, put together piece by piece.</summary>
internal sealed class Line
{
    private readonly List<StyledText> _pieces = [];

    public IReadOnlyList<StyledText> Pieces => _pieces;

    /// <summary>Its width in terminal cells.</summary>
    public int Width { get; private set; }

    public static Line Empty => new();

    public static Line Indented(int cells) => new Line().Add(new string(' ', cells));

    public Line Add(string text, TextStyle style = default, bool block = false)
    {
        if (text.Length == 0)
            return this;
        _pieces.Add(new(text, style, block));
        Width += Cells.Of(text);
        return this;
    }

    public Line Add(Line other)
    {
        foreach (var piece in other._pieces)
            Add(piece.Text, piece.TextStyle, piece.Block);
        return this;
    }

    /// <summary>Fills up with spaces to a column.</summary>
    public Line PadTo(int column) => Add(new string(' ', Math.Max(0, column - Width)));

    public override string ToString() => string.Concat(_pieces.Select(piece => piece.Text)).TrimEnd();
}
