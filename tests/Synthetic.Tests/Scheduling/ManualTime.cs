namespace Synthetic.Tests.Scheduling;

/// <summary>A clock that stands still until it is moved. Timers fire in order while it moves, each at its own instant.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _timers = [];
    private readonly List<(DateTimeOffset Due, TaskCompletionSource Seen)> _waiters = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Entry(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits until somebody waits for an instant.</summary>
    public Task TimerAtAsync(DateTimeOffset due)
    {
        lock (_gate)
        {
            if (_timers.Any(timer => timer.Due == due))
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((due, seen));
            return seen.Task.WaitAsync(TimeSpan.FromSeconds(20), System);
        }
    }

    /// <summary>Moves to an instant as a sleeping machine does: at once, and what was due on the way fires there.</summary>
    public void Jump(DateTimeOffset to)
    {
        lock (_gate)
            _now = to;
        Advance(to);
    }

    /// <summary>Moves to an instant, firing what is due on the way.</summary>
    public void Advance(DateTimeOffset to)
    {
        while (Next(to) is { } timer)
            timer.Fire();
    }

    private Entry? Next(DateTimeOffset to)
    {
        lock (_gate)
        {
            var timer = _timers.Where(timer => timer.Due <= to).MinBy(timer => timer.Due);
            var now = timer is null ? to : timer.Due;
            _now = now > _now ? now : _now;
            if (timer is not null)
                _timers.Remove(timer);
            return timer;
        }
    }

    private sealed class Entry(ManualTime time, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public Action Fire => fire;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                Due = time._now + dueTime;
                time._timers.Add(this);
                foreach (var waiter in time._waiters.Where(waiter => waiter.Due == Due))
                    waiter.Seen.TrySetResult();
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
