using Synthetic.Browser.Installing;

namespace Synthetic.Browser.Pooling;

/// <summary>Which browser to keep warm, and for how long.</summary>
public sealed record BrowserPoolOptions
{
    /// <summary>The executable, as <see cref="BrowserProvisioning"/> found it.</summary>
    public required string BrowserPath { get; init; }

    /// <summary>Whether it shows a window. Default: no.</summary>
    public bool Headed { get; init; }

    /// <summary>Whether Chromium locks its processes in. Default: <see cref="SandboxMode.Auto"/>.</summary>
    public SandboxMode Sandbox { get; init; }

    /// <summary>How many leases one browser serves before it is replaced. At least 1. Default: 200.</summary>
    public int MaxRuns { get; init; } = 200;

    /// <summary>
    /// The resident memory of the browser's processes, in bytes, over which it is replaced. Default: 1.5 GB.
    /// Shared pages count once a process. Read on Linux only; elsewhere there is no limit.
    /// </summary>
    public long MaxMemoryBytes { get; init; } = 1_500_000_000;

    /// <summary>How long closing a context, or a browser, may take before the browser is killed. Default: 5 s.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long starting a browser, or opening a context in one, may take. Default: 30 s.</summary>
    public TimeSpan OpenTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether runs read the machine they are on, and idle browsers are calibrated. Default: yes.</summary>
    public bool WatchHost { get; init; } = true;

    /// <summary>How old a calibration may grow before an idle browser makes another. Default: 30 s.</summary>
    public TimeSpan CalibrateEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The clock that the time limits are kept by. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

/// <summary>Whether Chromium locks its own processes in.</summary>
public enum SandboxMode
{
    /// <summary>On, but for root on Linux, where Chromium refuses it.</summary>
    Auto,
    /// <summary>On; where the system does not let it, there is no browser.</summary>
    On,
    /// <summary>Off: for containers that confine the browser themselves.</summary>
    Off,
}
