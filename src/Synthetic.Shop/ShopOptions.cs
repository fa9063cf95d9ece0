namespace Synthetic.Shop;

/// <summary>How to start a shop.</summary>
public sealed record ShopOptions
{
    /// <summary>The faults it starts with. Default: none.</summary>
    public FaultSet Faults { get; init; } = FaultSet.None;

    /// <summary>The port on 127.0.0.1, 0 to 65535. Default: 0, any free one.</summary>
    public int Port { get; init; }

    /// <summary>The SQLite file. Default: null, a temporary file that is deleted with the shop.</summary>
    public string? DatabasePath { get; init; }

    /// <summary>Drives the injected waits and the time of an order. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
