using Microsoft.Playwright;
using Synthetic.Browser.Pooling;

namespace Synthetic.Browser.Noise;

/// <summary>
/// What a pool's browsers know of their machine: calibrations while nobody uses them, readings while somebody does.
/// Safe for use by many threads.
/// </summary>
internal sealed class HostMonitor(BrowserPoolOptions options)
{
    /// <summary>Ten times what a calibration takes on a calm machine; whoever comes to run waits no longer for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly Baseline _calibration = new();
    private readonly Baseline _work = new();
    private readonly List<HostWatch> _watches = [];
    private int _users;
    private long? _calibratedAt;
    private Task _resting = Task.CompletedTask;

    /// <summary>A browser's user came. It must not begin before <see cref="Resting"/> has ended.</summary>
    public void Enter()
    {
        lock (_lock)
            _users++;
    }

    /// <summary>Ends when no calibration is under way. Bounded; throws nothing.</summary>
    public Task Resting { get { lock (_lock) return _resting; } }

    /// <summary>A browser's user went. Behind the last one, and once in a while, the browser is calibrated.</summary>
    public void Leave(WarmBrowser browser)
    {
        lock (_lock)
        {
            _users--;
            // Whoever came while one is under way, and went again without waiting for it, must not begin a second beside it.
            if (_users == 0 && options.WatchHost && browser.Retirement is null && _resting.IsCompleted && IsDue())
                _resting = Task.Run(() => CalibrateAsync(browser));
        }
    }

    /// <summary>Calibrates a browser that was just started, unless that would disturb a run in the one before it.</summary>
    public async Task WelcomeAsync(WarmBrowser browser)
    {
        lock (_lock)
        {
            if (_users > 0 || !options.WatchHost)
                return;
        }
        await CalibrateAsync(browser);
    }

    /// <summary>Looks at the machine from now until the watch has ended.</summary>
    public HostWatch Watch(WarmBrowser browser)
    {
        var watch = new HostWatch(browser, _work, _calibration.Latest, Forget);
        lock (_lock)
        {
            _watches.Add(watch);
            foreach (var each in _watches)
                each.SeeOthers(_watches.Count - 1);
        }
        watch.Begin();
        return watch;
    }

    private void Forget(HostWatch watch)
    {
        lock (_lock)
            _watches.Remove(watch);
    }

    private bool IsDue() =>
        _calibratedAt is not { } at || options.TimeProvider.GetElapsedTime(at) >= options.CalibrateEvery;

    private async Task CalibrateAsync(WarmBrowser browser)
    {
        IBrowserContext? context = null;
        try
        {
            context = await browser.Browser.NewContextAsync().WaitAsync(options.OpenTimeout, options.TimeProvider);
            _calibration.Add(await Calibration.MeasureAsync(context).WaitAsync(Patience, options.TimeProvider));
        }
        // Whatever it is: it must cost neither the next run nor the browser, which nobody would close if this threw. Nothing
        // was asked of the browser yet, so whoever uses it next learns what is wrong with it.
        catch (Exception)
        {
        }
        if (context is not null)
            await ContextClosing.CloseAsync(browser, context, options);
        lock (_lock)
            _calibratedAt = options.TimeProvider.GetTimestamp();
    }
}
