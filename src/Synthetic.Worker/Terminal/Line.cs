namespace Synthetic.Worker.Terminal;

/// <summary>What a piece of text means; the palette knows its colour.</summary>
internal enum Ink
{
    Plain, Dim, Strong, Good, Fair, Poor, Accent,
    InputDelay, Script, Queue, Connect, Server, Network, Download, Render, Presentation, Idle, Unattributed,
}

/// <summary>A piece of a line in one ink.</summary>
/// <param name="Text">Clean text, without line breaks or control characters.</param>
/// <param name="Ink">What it means.</param>
/// <param name="Block">Whether the ink fills the background: a label inside a bar.</param>
internal readonly record struct InkedText(string Text, Ink Ink, bool Block = false);

/// <summary>A line of output, put together piece by piece.</summary>
internal sealed class Line
{
    private readonly List<InkedText> _pieces = [];

    internal IReadOnlyList<InkedText> Pieces => _pieces;

    /// <summary>Its width in terminal cells.</summary>
    internal int Width { get; private set; }

    internal static Line Empty => new();

    internal static Line Indented(int cells) => new Line().Add(new string(' ', cells));

    internal Line Add(string text, Ink ink = Ink.Plain, bool block = false)
    {
        if (text.Length == 0)
            return this;
        _pieces.Add(new(text, ink, block));
        Width += Cells.Of(text);
        return this;
    }

    internal Line Add(Line other)
    {
        foreach (var piece in other._pieces)
            Add(piece.Text, piece.Ink, piece.Block);
        return this;
    }

    /// <summary>Fills up with spaces to a column.</summary>
    internal Line PadTo(int column) => Add(new string(' ', Math.Max(0, column - Width)));

    public override string ToString() => string.Concat(_pieces.Select(piece => piece.Text)).TrimEnd();
}
