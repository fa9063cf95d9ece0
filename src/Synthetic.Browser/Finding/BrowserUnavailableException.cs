namespace Synthetic.Browser.Finding;

/// <summary>There is no browser that can be used: none is installed, or it could not be started. The message says what to do.</summary>
public sealed class BrowserUnavailableException : Exception
{
    /// <summary>Without a message; prefer one that says what to do.</summary>
    public BrowserUnavailableException()
    {
    }

    /// <summary>With what is wrong and what to do about it.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    public BrowserUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With what is wrong and what to do about it, and the cause.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="innerException">What the driver or the system said.</param>
    public BrowserUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
