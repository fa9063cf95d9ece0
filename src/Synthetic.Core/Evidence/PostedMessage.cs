namespace Synthetic.Core.Evidence;

/// <summary>A message that another window posted to a document.</summary>
/// <param name="Start">When it came, on the document's clock.</param>
/// <param name="Origin">The origin of the window that posted it.</param>
public sealed record PostedMessage(double Start, string Origin);
