using Microsoft.Playwright;
using Synthetic.Browser.Noise;

namespace Synthetic.Browser.Pooling;

/// <summary>A context for one run in a warm browser, until it is disposed.</summary>
public sealed class BrowserLease : IAsyncDisposable
{
    private readonly WarmBrowser _browser;
    private readonly BrowserPoolOptions _options;
    private int _ended;
    private bool _died;

    internal BrowserLease(WarmBrowser browser, IBrowserContext context, BrowserPoolOptions options)
    {
        _browser = browser;
        _options = options;
        Context = context;
    }

    /// <summary>The context: new, without any state of a run before.</summary>
    public IBrowserContext Context { get; }

    /// <summary>The driver the context lives under: for its devices and selectors.</summary>
    public IPlaywright Playwright => _browser.Playwright;

    /// <summary>
    /// Whether the browser died, or was killed, under this lease: then what failed is the monitor, not the target.
    /// True at once when the process is gone, and stays so after the lease has ended.
    /// </summary>
    public bool BrowserDied => _died || (_ended == 0 && _browser.IsDead);

    /// <summary>Keeps the runs of the pool from falsifying each other's figures.</summary>
    internal Admission Admission => _browser.Admission;

    /// <summary>Watches the machine from now until the watch has ended; <c>null</c> where the pool does not watch its host.</summary>
    internal HostWatch? WatchHost() => _options.WatchHost ? _browser.WatchHost() : null;

    /// <summary>
    /// Closes the context, beside no other run's interaction. Never takes much longer than <see cref="BrowserPoolOptions.CloseTimeout"/>: a browser that does
    /// not close it by then is killed, and every other lease of it says so by <see cref="BrowserDied"/>. Throws nothing.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.CompareExchange(ref _ended, 1, 0) != 0)
            return;
        _died = _browser.IsDead;
        if (!_died)
        {
            using var closing = await Admission.EnterAsync(RunPart.Load, CancellationToken.None);
            await ContextClosing.CloseAsync(_browser, Context, _options);
        }
        _browser.Leave();
    }
}
