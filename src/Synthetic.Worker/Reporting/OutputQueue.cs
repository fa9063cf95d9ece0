using Synthetic.Core.Reporting;

namespace Synthetic.Worker.Reporting;

/// <summary>
/// Makes the calls to one sink or notifier, one at a time and in order. Nobody waits in line for another: a call that throws or
/// takes too long costs itself, and those behind it time, and nothing else.
/// </summary>
internal sealed class OutputQueue(TimeProvider time)
{
    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;
    private int _waiting;

    /// <summary>Calls that have not ended, the one under way included.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Ends when every call so far has ended: never, where one hangs.</summary>
    public Task Ended
    {
        get
        {
            lock (_gate)
                return _last;
        }
    }

    /// <summary>Makes a call once those before it have ended.</summary>
    /// <returns>Why it failed; <c>null</c> once it is done. Known at its deadline at the latest, also of a call that does not end.</returns>
    public Task<Exception?> CallAsync(Func<CancellationToken, Task> call)
    {
        var outcome = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            Interlocked.Increment(ref _waiting);
            _last = CallAsync(_last, call, outcome);
        }
        return outcome.Task;
    }

    private async Task CallAsync(Task before, Func<CancellationToken, Task> call, TaskCompletionSource<Exception?> outcome)
    {
        // Yields, so that a call which blocks before it awaits anything blocks no caller.
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        using var deadline = new CancellationTokenSource(OutputLimits.Deadline, time);
        void End(Exception? error) => outcome.TrySetResult(deadline.IsCancellationRequested ? Overdue() : error);
        using var overdue = deadline.Token.Register(() => End(null));
        try
        {
            await call(deadline.Token);
            End(null);
        }
        // The boundary between outputs: whatever one throws must cost the others nothing.
        catch (Exception error)
        {
            End(error);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private static TimeoutException Overdue() => new($"it took longer than {OutputLimits.Deadline.TotalSeconds:0} s");
}
