namespace Synthetic.Worker.Scheduling;

/// <summary>A bounded number of runs at the same time: more would disturb each other's measurements.</summary>
internal sealed class ConcurrencyLimiter(ScheduleOptions options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.Concurrency, options.Concurrency);
    private readonly Lock _gate = new();
    // Never disposed: without timers or handles of its own it holds nothing.
    private CancellationTokenSource _wanted = new();
    private int _pressed;

    /// <summary>
    /// Cancelled while somebody has waited for half the time that he can wait, for whoever could leave early. Ask for it anew each time.
    /// </summary>
    public CancellationToken YieldRequested
    {
        get
        {
            lock (_gate)
                return _pressed > 0 ? new CancellationToken(canceled: true) : _wanted.Token;
        }
    }

    /// <summary>Waits for a free place; in order of arrival.</summary>
    /// <param name="untilNext">Time until the waiting scenario's next slot, which ends the use of waiting; <c>null</c> where it has none.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>Whether there was one before patience or <paramref name="ct"/> ended.</returns>
    public async Task<bool> EnterAsync(TimeSpan? untilNext, CancellationToken ct)
    {
        if (_free.Wait(0, CancellationToken.None))
            return true;
        using var timeout = new CancellationTokenSource(options.QueueTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
        using var pressing = new CancellationTokenSource(Longest(untilNext) / 2, time);
        var pressed = 0;
        using var press = pressing.Token.Register(() => Press(pressed = 1));
        try
        {
            await _free.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            // After this nobody presses any more.
            await press.DisposeAsync();
            Release(pressed);
        }
    }

    public void Leave() => _free.Release();

    public void Dispose() => _free.Dispose();

    // A timer takes no negative time: a next slot that has come already is due at once.
    private TimeSpan Longest(TimeSpan? untilNext) =>
        untilNext is not { } next || next > options.QueueTimeout ? options.QueueTimeout
        : next > TimeSpan.Zero ? next
        : TimeSpan.Zero;

    private void Press(int by)
    {
        CancellationTokenSource yieldRequested;
        lock (_gate)
        {
            _pressed += by;
            (yieldRequested, _wanted) = (_wanted, new CancellationTokenSource());
        }
        // Whatever hears it does so on a thread of its own: this one is a timer's.
        _ = yieldRequested.CancelAsync();
    }

    private void Release(int by)
    {
        lock (_gate)
            _pressed -= by;
    }
}
