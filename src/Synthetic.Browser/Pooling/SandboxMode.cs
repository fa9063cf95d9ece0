namespace Synthetic.Browser.Pooling;

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
