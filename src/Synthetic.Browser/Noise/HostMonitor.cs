using Microsoft.Playwright;
using Synthetic.Browser.Pooling;

namespace Synthetic.Browser.Noise;

/// <summary>
/// What is measured of the machine that a pool's browsers run on: calibrations while no run uses them, readings during runs.
/// Safe for use by many threads.
/// </summary>
internal sealed class HostMonitor
{
    /// <summary>Ten times what a calibration takes on a calm machine: a run waits no longer for it.</summary>
    private static readonly TimeSpan CalibrationTime = TimeSpan.FromSeconds(3);

    private readonly BrowserPoolOptions _options;
    private readonly Lock _lock = new();
    private readonly Baseline _calibration = new();
    private readonly Baseline _work = new();
    private readonly List<HostWatch> _watches = [];
    private int _users;
    private long? _dueSince;
    private Task _calibrating = Task.CompletedTask;

    /// <summary>Measures nothing yet.</summary>
    /// <param name="options">The pool's.</param>
    public HostMonitor(BrowserPoolOptions options)
    {
        _options = options;
        Admission = new Admission(options.TimeProvider, Environment.ProcessorCount, () => Volatile.Read(ref _users) > 1);
    }

    /// <summary>Keeps runs from falsifying each other's figures.</summary>
    public Admission Admission { get; }

    /// <summary>A browser's user came. It must not begin before <see cref="Calibrating"/> has ended.</summary>
    public void Enter()
    {
        lock (_lock)
            _users++;
    }

    /// <summary>The calibration under way; completed where there is none. Its time is bounded, and it throws nothing.</summary>
    public Task Calibrating { get { lock (_lock) return _calibrating; } }

    /// <summary>A browser's user left. After the last one the browser is calibrated, unless that was done recently.</summary>
    public void Leave(WarmBrowser browser)
    {
        lock (_lock)
        {
            _users--;
            // A user may come and leave again while one is under way: a second must not begin beside it.
            if (_users == 0 && _options.WatchHost && browser.Retirement is null && _calibrating.IsCompleted && IsDue())
                _calibrating = Task.Run(() => CalibrateAsync(browser));
        }
    }

    /// <summary>
    /// Calibrates a browser that was just started, unless that would disturb a run in the browser before it. The program's first has nothing
    /// to be compared with yet: its runs begin at once, and it is calibrated behind one of them.
    /// </summary>
    public async Task CalibrateNewAsync(WarmBrowser browser)
    {
        lock (_lock)
        {
            if (_users > 0 || !_options.WatchHost)
                return;
            if (_dueSince is null)
            {
                _dueSince = _options.TimeProvider.GetTimestamp();
                return;
            }
        }
        await CalibrateAsync(browser);
    }

    /// <summary>Watches the machine from now until the watch has ended.</summary>
    public HostWatch Watch(WarmBrowser browser)
    {
        var watch = new HostWatch(browser, _work, _calibration.Latest, Forget);
        lock (_lock)
        {
            _watches.Add(watch);
            foreach (var each in _watches)
                each.NoteOthers(_watches.Count - 1);
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
        _dueSince is not { } at || _options.TimeProvider.GetElapsedTime(at) >= _options.CalibrateEvery;

    private async Task CalibrateAsync(WarmBrowser browser)
    {
        IBrowserContext? context = null;
        try
        {
            context = await browser.Browser.NewContextAsync().WaitAsync(_options.OpenTimeout, _options.TimeProvider);
            _calibration.Add(await Calibration.MeasureAsync(context).WaitAsync(CalibrationTime, _options.TimeProvider));
        }
        // A failed calibration must cost neither the next run nor the browser, which nobody would close if this threw. The next
        // run finds out what is wrong with the browser.
        catch (Exception)
        {
        }
        if (context is not null)
            await ContextClosing.CloseAsync(browser, context, _options);
        lock (_lock)
            _dueSince = _options.TimeProvider.GetTimestamp();
    }
}
