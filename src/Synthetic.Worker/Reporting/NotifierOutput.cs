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
    private readonly Dictionary<string, (DateTimeOffset Due, TimeSpan Pause)> _failed = [];
    private DateTimeOffset _quietUntil = DateTimeOffset.MinValue;
    private bool _closing;
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

    /// <summary>Tries all that waits once more, failed or not: there is no later.</summary>
    /// <returns>Ends when each has been tried.</returns>
    public Task DeliverLastAsync()
    {
        _closing = true;
        return DeliverAsync();
    }

    /// <summary>Says what was not delivered when the worker ends.</summary>
    public async Task CloseAsync()
    {
        Dispose();
        try
        {
            if (await store.WaitingAsync(Name, CancellationToken.None) is { Count: > 0 } left)
                log.Write(NotifierLines.Undelivered(Name, left));
        }
        // The boundary of the store: that it is away must not cost the worker its stop.
        catch (Exception error)
        {
            log.Write(NotifierLines.StoreFailed(Name, error));
        }
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
                RetryAt(time.GetUtcNow() + LongestPause);
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
        var next = await store.TellDueAsync(Name, _closing ? DateTimeOffset.MaxValue : time.GetUtcNow(), CancellationToken.None);
        var waiting = await store.WaitingAsync(Name, CancellationToken.None);
        // What the store gave up meanwhile is not tried again: it would be due at once, for ever.
        foreach (var gone in _failed.Keys.Except(waiting.Select(message => message.Alert.Fingerprint)).ToArray())
            _failed.Remove(gone);
        await TryAsync(waiting);
        DateTimeOffset? quiet = _failed.Count == 0 && _quietUntil > time.GetUtcNow() ? _quietUntil : null;
        if (_failed.Keys.Select(failed => (DateTimeOffset?)Due(failed)).Append(quiet).Append(next).Min() is { } due)
            RetryAt(due);
    }

    private async Task TryAsync(IReadOnlyList<OutboxMessage> waiting)
    {
        var held = new HashSet<string>();
        // What did not fail yet comes first: else one message that makes its receiver hang would hold up all others, pass after pass.
        foreach (var message in waiting.OrderBy(message => _failed.ContainsKey(message.Alert.Fingerprint)))
        {
            var fingerprint = message.Alert.Fingerprint;
            if (held.Contains(fingerprint) || (!_closing && Due(fingerprint) > time.GetUtcNow()))
                held.Add(fingerprint);
            else if (await DeliveredAsync(message) is { } error)
            {
                held.Add(fingerprint);
                // A receiver that hangs, or wants to be left alone, would do so for each of them: the others come with the next pass.
                if (error is TimeoutException or ReceiverBusyException)
                    break;
            }
        }
    }

    private DateTimeOffset Due(string fingerprint) =>
        _failed.TryGetValue(fingerprint, out var failed) ? Later(failed.Due, _quietUntil) : _quietUntil;

    /// <returns>Why it is still to be delivered; <c>null</c> once it is delivered, or given up.</returns>
    private async Task<Exception?> DeliveredAsync(OutboxMessage message)
    {
        var error = await _queue.CallAsync(ct => notifier.NotifyAsync(message, ct));
        var now = time.GetUtcNow();
        var givenUp = error is not null && now - message.CreatedAt >= OutputLimits.LongestRetry;
        if (error is not null)
            log.Write(NotifierLines.Failed(message, error, givenUp));
        if (error is ReceiverBusyException busy)
            _quietUntil = now + (busy.Wait < OutputLimits.LongestRetry ? busy.Wait : OutputLimits.LongestRetry);
        if (error is null || givenUp)
        {
            _failed.Remove(message.Alert.Fingerprint);
            await (givenUp ? store.GiveUpAsync(message, CancellationToken.None) : store.RemoveAsync(message, CancellationToken.None));
            return null;
        }
        var pause = _failed.TryGetValue(message.Alert.Fingerprint, out var before) ? Longer(before.Pause) : FirstPause;
        // A receiver that says when knows better than a guess that doubles.
        _failed[message.Alert.Fingerprint] = error is ReceiverBusyException ? (_quietUntil, FirstPause) : (now + pause, pause);
        return error;
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private void RetryAt(DateTimeOffset due)
    {
        var wait = due - time.GetUtcNow();
        lock (_gate)
        {
            _retry?.Dispose();
            _retry = time.CreateTimer(_ => DeliverAsync(), null, wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
