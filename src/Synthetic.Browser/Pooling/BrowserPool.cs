using Microsoft.Playwright;
using Synthetic.Browser.Finding;
using Synthetic.Browser.Noise;

namespace Synthetic.Browser.Pooling;

/// <summary>
/// Keeps one browser warm and gives out a new context in it for each run, several at once. The browser is started with
/// the first run, and replaced when it has served its runs, has grown, hangs or dies. Safe for use by many threads.
/// </summary>
public sealed class BrowserPool : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly BrowserPoolOptions _options;
    private readonly BrowserStart _start;
    private readonly HostMonitor _host;
    private readonly List<WarmBrowser> _open = [];
    private WarmBrowser? _warm;
    private Task? _launching;
    private bool _disposed;

    /// <summary>Starts nothing yet.</summary>
    /// <param name="options">Which browser, and for how long.</param>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="BrowserPoolOptions.MaxRuns"/> is below 1.</exception>
    public BrowserPool(BrowserPoolOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxRuns, 1);
        _options = options;
        _host = new HostMonitor(options);
        _start = new BrowserStart(options, _host);
    }

    /// <summary>A browser was replaced; raised when the new one is ready, before it is used. Handlers must be quick and not throw.</summary>
    public event Action<BrowserRestart>? Restarted;

    /// <summary>
    /// Starts the browser in the background, so that the first run need not wait for all of it. Where that fails, the first
    /// <see cref="RentAsync(BrowserNewContextOptions?, CancellationToken)"/> tries again, and says why.
    /// </summary>
    public void Warm()
    {
        lock (_lock)
        {
            if (!_disposed && _warm is null)
                _launching ??= Task.Run(LaunchAsync, CancellationToken.None);
        }
    }

    /// <summary>Opens a new context.</summary>
    /// <param name="contextOptions">What the context is opened with; <c>null</c> for Playwright's defaults.</param>
    /// <param name="ct">Ends the wait; a context already on its way is closed, a browser already starting is kept warm.</param>
    /// <exception cref="BrowserUnavailableException">The browser cannot be started; the message says what to do.</exception>
    /// <exception cref="ObjectDisposedException">The pool is gone.</exception>
    public Task<BrowserLease> RentAsync(BrowserNewContextOptions? contextOptions = null, CancellationToken ct = default) =>
        RentAsync(_ => contextOptions ?? new BrowserNewContextOptions(), ct);

    /// <summary>Opens a new context whose options need the driver, for its device descriptions.</summary>
    /// <param name="contextOptions">Makes what the context is opened with; called again where a dead browser is replaced.</param>
    /// <param name="ct">As above.</param>
    /// <exception cref="BrowserUnavailableException">The browser cannot be started; the message says what to do.</exception>
    /// <exception cref="ObjectDisposedException">The pool is gone.</exception>
    public async Task<BrowserLease> RentAsync(
        Func<IPlaywright, BrowserNewContextOptions> contextOptions, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(contextOptions);
        // A browser may die between two runs; two in a row mean that something kills them.
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var browser = await EnterAsync(ct);
            using (await AdmittedAsync(browser, ct))
            {
                if (await ContextOpening.OpenAsync(browser, contextOptions, _options, ct) is { } lease)
                    return lease;
            }
        }
        throw new BrowserUnavailableException(
            $"{_options.BrowserPath} starts, but dies or hangs before a context can be opened in it. The machine may be out of memory.");
    }

    /// <summary>Ends every browser, whether it is still used or not, and waits until none of its processes is left.</summary>
    public async ValueTask DisposeAsync()
    {
        Task? launching;
        lock (_lock)
        {
            _disposed = true;
            launching = _launching;
        }
        if (launching is not null)
            await launching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_open.ConvertAll(browser => browser.CloseAsync()));
    }

    private async Task<WarmBrowser> EnterAsync(CancellationToken ct)
    {
        while (true)
        {
            Task launching;
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                if (_launching is null && _warm?.TryEnter() == true)
                    return _warm;
                launching = _launching ??= Task.Run(LaunchAsync, CancellationToken.None);
            }
            await launching.WaitAsync(ct);
        }
    }

    // A calibration and a run at the same time would falsify each other's times; so would opening a context beside another run's interaction.
    private async Task<IDisposable> AdmittedAsync(WarmBrowser browser, CancellationToken ct)
    {
        try
        {
            await _host.Calibrating.WaitAsync(ct);
            return await _host.Admission.EnterAsync(RunPart.Load, ct);
        }
        catch (OperationCanceledException)
        {
            browser.Leave();
            throw;
        }
    }

    private async Task LaunchAsync()
    {
        try
        {
            var browser = await _start.StartAsync();
            await _host.CalibrateNewAsync(browser);
            WarmBrowser? old;
            lock (_lock)
            {
                old = _warm;
                _warm = browser;
                _open.RemoveAll(b => b.IsClosed);
                _open.Add(browser);
            }
            if (old?.Retirement is { } why)
                Restarted?.Invoke(new BrowserRestart(why.Reason, why.Detail, old.Runs, _options.TimeProvider.GetUtcNow()));
        }
        finally
        {
            lock (_lock)
                _launching = null;
        }
    }
}
