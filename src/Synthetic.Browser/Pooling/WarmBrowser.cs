using Microsoft.Playwright;
using Synthetic.Browser.Noise;
using Synthetic.Browser.Processes;

namespace Synthetic.Browser.Pooling;

/// <summary>
/// One browser with a driver of its own, and the number of its leases. It is retired once, for one reason: from then on it takes no
/// new runs, and it closes when the last of its leases has ended.
/// </summary>
internal sealed class WarmBrowser
{
    private readonly Lock _lock = new();
    private readonly BrowserPoolOptions _options;
    private readonly HostMonitor _host;
    private int _leases;
    private Task? _closing;

    public WarmBrowser(IPlaywright playwright, IBrowser browser, BrowserProcesses processes, HostMonitor host, BrowserPoolOptions options)
    {
        Playwright = playwright;
        Browser = browser;
        Processes = processes;
        _host = host;
        _options = options;
        browser.Disconnected += (_, _) => Retire(BrowserRestartReason.Disconnected, "the browser went away");
    }

    public IPlaywright Playwright { get; }

    public IBrowser Browser { get; }

    public BrowserProcesses Processes { get; }

    /// <summary>How many leases it has served or is serving.</summary>
    public int Runs { get; private set; }

    /// <summary>Why it takes no new runs; <c>null</c> while it does.</summary>
    public Retirement? Retirement { get; private set; }

    /// <summary>Whether it can no longer answer. Looks at the processes too, since the driver tells it tens of milliseconds later.</summary>
    public bool IsDead => !Browser.IsConnected || !Processes.AreAlive;

    /// <summary>Whether it is closed, after its last lease has ended.</summary>
    public bool IsClosed => _closing is { IsCompleted: true };

    /// <summary>Counts one more user, unless the browser takes no more.</summary>
    public bool TryEnter()
    {
        if (Retirement is null && IsDead)
            Retire(BrowserRestartReason.Disconnected, "the browser went away");
        lock (_lock)
        {
            if (Retirement is not null)
                return false;
            _leases++;
            if (++Runs >= _options.MaxRuns)
                Retirement = new Retirement(BrowserRestartReason.Runs, $"it had served {Runs} runs");
            _host.Enter();
            return true;
        }
    }

    /// <summary>Counts one user less.</summary>
    public void Leave()
    {
        if (Retirement is null && Processes.ResidentBytes() is { } bytes && bytes > _options.MaxMemoryBytes)
            Retire(BrowserRestartReason.Memory, $"its processes held {bytes / 1_000_000} MB, over {_options.MaxMemoryBytes / 1_000_000} MB");
        lock (_lock)
        {
            _leases--;
            CloseIfUnused();
        }
        _host.Leave(this);
    }

    /// <summary>Keeps the runs on this machine from falsifying each other's figures.</summary>
    public Admission Admission => _host.Admission;

    /// <summary>Watches the machine from now until the watch has ended.</summary>
    public HostWatch WatchHost() => _host.Watch(this);

    /// <summary>Takes no new runs from now on. The first reason stays.</summary>
    public void Retire(BrowserRestartReason reason, string detail)
    {
        lock (_lock)
        {
            Retirement ??= new Retirement(reason, detail);
            CloseIfUnused();
        }
    }

    /// <summary>Retires it and ends its processes at once, even while it is used.</summary>
    public void Kill(string detail)
    {
        Retire(BrowserRestartReason.Hung, detail);
        Processes.KillBrowser();
    }

    /// <summary>Closes it now, even while it is used. Its time is bounded, and it throws nothing.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
            return _closing ??= Task.Run(() => BrowserClosing.CloseAsync(this, Processes, _options));
    }

    private void CloseIfUnused()
    {
        if (Retirement is not null && _leases == 0)
            _closing ??= Task.Run(() => BrowserClosing.CloseAsync(this, Processes, _options));
    }
}
