namespace Synthetic.Core.Reporting;

/// <summary>A receiver takes nothing for now, and says for how long: whatever else waits for it need not be tried before.</summary>
public sealed class ReceiverBusyException : Exception
{
    /// <summary>Says what it answered, and how long it wants to be left alone.</summary>
    /// <param name="message">What it answered.</param>
    /// <param name="wait">How long; not negative.</param>
    public ReceiverBusyException(string message, TimeSpan wait)
        : base(message) => Wait = wait;

    /// <summary>Not to be used: it would not say how long.</summary>
    public ReceiverBusyException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>Not to be used: it would not say how long.</summary>
    public ReceiverBusyException(string message)
        : base(message)
    {
    }

    /// <summary>Not to be used: it would say nothing.</summary>
    public ReceiverBusyException()
    {
    }

    /// <summary>How long the receiver wants to be left alone.</summary>
    public TimeSpan Wait { get; }
}
