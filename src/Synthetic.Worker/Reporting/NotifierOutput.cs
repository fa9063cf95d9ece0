using Synthetic.Core.Reporting;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Reporting;

/// <summary>Delivers what waits in the store for one notifier: each fingerprint in order, and what failed again later.</summary>
internal sealed class NotifierOutput(INotifier notifier, IRunStore store, TimeProvider time, IEventLog log) : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly OutputQueue _queue = new(time);
    private readonly Lock _gate = new();
    private TaskCompletionSource? _next;
    private bool _delivering;
    private TimeSpan _pause = FirstPause;
    private ITimer? _retry;

    /// <summary>The notifier's name.</summary>
    public string Name => notifier.Name;

    /// <summary>Delivers what waits.</summary>
    /// <returns>Ends when each message that waited has been tried once.</returns>
    public Task DeliverAsync()
    {
        lock (_gate)
        {
            _next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var mine = _next.Task;
            if (!_delivering)
            {
                _delivering = true;
                _ = Task.Run(PassesAsync);
            }
            return mine;
        }
    }

    /// <summary>Says what was not delivered when the worker ends.</summary>
    public async Task CloseAsync()
    {
        if (await store.WaitingAsync(Name, CancellationToken.None) is { Count: > 0 } left)
            log.Write(NotifierLines.Undelivered(Name, left));
        Dispose();
    }

    public void Dispose()
    {
        lock (_gate)
            _retry?.Dispose();
    }

    private async Task PassesAsync()
    {
        while (Begin() is { } pass)
        {
            try
            {
                await PassAsync();
            }
            // The boundary of delivery: a store that is away must not end it.
            catch (Exception error)
            {
                log.Write(NotifierLines.StoreFailed(Name, error));
                RetryLater();
            }
            pass.SetResult();
        }
    }

    private TaskCompletionSource? Begin()
    {
        lock (_gate)
        {
            (var pass, _next) = (_next, null);
            _delivering = pass is not null;
            return pass;
        }
    }

    private async Task PassAsync()
    {
        var failed = new HashSet<string>();
        foreach (var message in await store.WaitingAsync(Name, CancellationToken.None))
        {
            if (failed.Contains(message.Alert.Fingerprint))
                continue;
            var error = await _queue.CallAsync(ct => notifier.NotifyAsync(message, ct));
            var givenUp = error is not null && time.GetUtcNow() - message.CreatedAt >= OutputLimits.LongestRetry;
            if (error is null || givenUp)
                await store.RemoveAsync(message, CancellationToken.None);
            else
                failed.Add(message.Alert.Fingerprint);
            if (error is not null)
                log.Write(NotifierLines.Failed(message, error, givenUp));
        }
        if (failed.Count > 0)
            RetryLater();
        else
            _pause = FirstPause;
    }

    private void RetryLater()
    {
        lock (_gate)
        {
            _retry?.Dispose();
            _retry = time.CreateTimer(_ => DeliverAsync(), null, _pause, Timeout.InfiniteTimeSpan);
        }
        _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
    }
}
