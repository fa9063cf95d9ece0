namespace Synthetic.Worker.Scheduling;

/// <summary>The three degrees of stopping: begin nothing new, cancel what runs, wait no longer.</summary>
internal sealed class StopSignal(ScheduleOptions options, TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    // Never disposed: without timers or handles of their own they hold nothing, and a signal or a timer that comes late may still cancel them.
    private readonly CancellationTokenSource _begun = new();
    private readonly CancellationTokenSource _cancelled = new();
    private readonly CancellationTokenSource _over = new();
    private ITimer? _grace;
    private ITimer? _cancelTimeout;
    private bool _disposed;

    /// <summary>No new runs.</summary>
    public CancellationToken Begun => _begun.Token;

    /// <summary>Running runs end now.</summary>
    public CancellationToken Cancelled => _cancelled.Token;

    /// <summary>Runs that did not end when cancelled are given up.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Lets nothing new begin; after the grace period, cancels what still runs.</summary>
    public void Begin()
    {
        _begun.Cancel();
        StartOnce(ref _grace, options.Grace, Cancel);
    }

    /// <summary>Cancels what runs.</summary>
    public void Cancel()
    {
        _begun.Cancel();
        _cancelled.Cancel();
        StartOnce(ref _cancelTimeout, options.CancelTimeout, _over.Cancel);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _grace?.Dispose();
            _cancelTimeout?.Dispose();
        }
    }

    // Signals, the host and timers come on threads of their own.
    private void StartOnce(ref ITimer? timer, TimeSpan after, Action then)
    {
        lock (_gate)
        {
            if (!_disposed)
                timer ??= time.CreateTimer(_ => then(), null, after, Timeout.InfiniteTimeSpan);
        }
    }
}
