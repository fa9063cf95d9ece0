namespace Synthetic.Results;

/// <summary>The store can't be opened; the message says which, why, and what to do.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Says why.</summary>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Says why, and what it followed from.</summary>
    public StoreUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Not to be used: it would say nothing.</summary>
    public StoreUnavailableException()
    {
    }
}
