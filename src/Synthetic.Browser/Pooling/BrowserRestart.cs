namespace Synthetic.Browser.Pooling;

/// <summary>A browser was replaced by a new one.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Detail">The same for people, with the figures.</param>
/// <param name="Runs">How many leases the old one had served.</param>
/// <param name="At">When the new one was ready.</param>
public sealed record BrowserRestart(BrowserRestartReason Reason, string Detail, int Runs, DateTimeOffset At);

/// <summary>Why a browser is replaced.</summary>
public enum BrowserRestartReason
{
    /// <summary>It had served its number of runs.</summary>
    Runs,
    /// <summary>Its processes had grown over the limit.</summary>
    Memory,
    /// <summary>It, or its driver, died by itself or by another's hand.</summary>
    Disconnected,
    /// <summary>It did not open or close a context in time, and was killed.</summary>
    Hung,
}

/// <summary>Why a browser takes no new runs.</summary>
internal sealed record Retirement(BrowserRestartReason Reason, string Detail);
