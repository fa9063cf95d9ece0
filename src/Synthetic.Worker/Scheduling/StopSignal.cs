namespace Synthetic.Worker.Scheduling;

/// <summary>The three degrees of stopping: begin nothing new, cancel what runs, wait no longer.</summary>
internal sealed class StopSignal(ScheduleOptions options, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _begun = new();
    private readonly CancellationTokenSource _cancelled = new();
    private readonly CancellationTokenSource _over = new();
    private ITimer? _grace;
    private ITimer? _lastWord;

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
        _grace = time.CreateTimer(_ => Cancel(), null, options.Grace, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Cancels what runs.</summary>
    public void Cancel()
    {
        _begun.Cancel();
        _cancelled.Cancel();
        _lastWord ??= time.CreateTimer(_ => _over.Cancel(), null, options.LastWord, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _grace?.Dispose();
        _lastWord?.Dispose();
        _begun.Dispose();
        _cancelled.Dispose();
        _over.Dispose();
    }
}
