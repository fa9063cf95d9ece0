namespace Synthetic.Core.Scenarios;

/// <summary>A file that is made up for an upload, so that none has to lie beside the scenario.</summary>
/// <param name="Name">The name that the page gets to know.</param>
/// <param name="MimeType">The type that it is told.</param>
/// <param name="Text">What is in it, as UTF-8.</param>
public sealed record MadeFile(string Name, string MimeType, string Text);
