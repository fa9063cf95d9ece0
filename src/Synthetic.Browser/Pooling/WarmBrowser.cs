using Microsoft.Playwright;
using Synthetic.Browser.Noise;
using Synthetic.Browser.Processes;

namespace Synthetic.Browser.Pooling;

/// <summary>
/// One browser with a driver of its own, and who uses it. It is retired once, for one reason, serves its leases to
/// their end, and closes behind the last.
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

    /// <summary>Why it serves nobody new; <c>null</c> while it does.</summary>
    public Retirement? Retirement { get; private set; }

    /// <summary>Whether it can answer no more. Looks at the processes too: the driver's word comes tens of milliseconds later.</summary>
    public bool IsDead => !Browser.IsConnected || !Processes.AreAlive;

    /// <summary>Whether it has closed behind its last lease.</summary>
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
            CloseBehindTheLast();
        }
        _host.Leave(this);
    }

    /// <summary>Looks at the machine from now until the watch has ended.</summary>
    public HostWatch WatchHost() => _host.Watch(this);

    /// <summary>Takes nobody new from now on. The first reason stays.</summary>
    public void Retire(BrowserRestartReason reason, string detail)
    {
        lock (_lock)
        {
            Retirement ??= new Retirement(reason, detail);
            CloseBehindTheLast();
        }
    }

    /// <summary>Retires it and ends its processes at once, under whoever still uses it.</summary>
    public void Kill(string detail)
    {
        Retire(BrowserRestartReason.Hung, detail);
        Processes.KillBrowser();
    }

    /// <summary>Closes it now, under whoever still uses it. Bounded; throws nothing.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
            return _closing ??= Task.Run(() => BrowserClosing.CloseAsync(this, Processes, _options));
    }

    private void CloseBehindTheLast()
    {
        if (Retirement is not null && _leases == 0)
            _closing ??= Task.Run(() => BrowserClosing.CloseAsync(this, Processes, _options));
    }
}
