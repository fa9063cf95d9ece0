namespace Synthetic.Worker.Terminal;

/// <summary>A piece of a line in one style.</summary>
/// <param name="Text">Clean text, without line breaks or control characters.</param>
/// <param name="TextStyle">What it means.</param>
/// <param name="Block">Whether its colour fills the background: a label inside a bar.</param>
internal readonly record struct StyledText(string Text, TextStyle TextStyle, bool Block = false);
