namespace Synthetic.Browser.Finding;

/// <summary>There is no browser that can be used: none is installed, or it could not be started.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="innerException">What the driver or the system said.</param>
public sealed class BrowserUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
