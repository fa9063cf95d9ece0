namespace Synthetic.Core.Records;

/// <summary>Where a response's Server-Timing was read.</summary>
public enum ServerTimingSource
{
    /// <summary>There was none.</summary>
    None,
    /// <summary>In the page.</summary>
    Page,
    /// <summary>From the response header: the page itself may not read it.</summary>
    Network,
}
