namespace Synthetic.Shop;

/// <summary>How the value of a fault is written.</summary>
internal enum FaultUnit
{
    /// <summary>A time: <c>400</c>, <c>400ms</c>, <c>1.5s</c>.</summary>
    Milliseconds,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>0 or 1.</summary>
    Switch,

    /// <summary>0, 1 or an HTTP status.</summary>
    Status,
}
