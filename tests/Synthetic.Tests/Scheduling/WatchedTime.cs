using Microsoft.Extensions.Time.Testing;

namespace Synthetic.Tests.Scheduling;

/// <summary>A clock that stands still until it is moved, and tells when somebody waits for an instant.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<DateTimeOffset, int> _awaited = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WatchedTimer(this, base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until so many wait, or have waited, for an instant.</summary>
    public async Task TimerAtAsync(DateTimeOffset due, int count = 1)
    {
        while (Next(due, count) is { } more)
            await more.WaitAsync(TimeSpan.FromSeconds(20), System);
    }

    private Task? Next(DateTimeOffset due, int count)
    {
        lock (_gate)
            return _awaited.GetValueOrDefault(due) >= count ? null : _more.Task;
    }

    private void Note(TimeSpan dueTime)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
            return;
        lock (_gate)
        {
            var due = GetUtcNow() + dueTime;
            _awaited[due] = _awaited.GetValueOrDefault(due) + 1;
            _more.SetResult();
            _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class WatchedTimer(WatchedTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = timer.Change(dueTime, period);
            time.Note(dueTime);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
