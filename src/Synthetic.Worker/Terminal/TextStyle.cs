namespace Synthetic.Worker.Terminal;

/// <summary>What a piece of text means; <see cref="Palette"/> knows its colour.</summary>
internal enum TextStyle
{
    Plain, Dim, Strong, Good, Fair, Poor, Accent,
    InputDelay, Script, Queue, Connect, Server, Network, Download, Render, Presentation, Idle, Unattributed,
}
