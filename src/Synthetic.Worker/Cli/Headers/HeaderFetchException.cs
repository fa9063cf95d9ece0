namespace Synthetic.Worker.Cli.Headers;

/// <summary>The address gave no answer; the message says why.</summary>
internal sealed class HeaderFetchException(string message) : Exception(message);
