namespace Synthetic.Core.Reporting;

/// <summary>The store works, and does not take this result: trying again is of no use.</summary>
public sealed class ResultRefusedException : Exception
{
    /// <summary>Says why, and what it followed from.</summary>
    public ResultRefusedException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>Says why.</summary>
    public ResultRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Not to be used: it would say nothing.</summary>
    public ResultRefusedException()
    {
    }
}
