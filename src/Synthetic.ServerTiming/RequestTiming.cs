using Synthetic.Core.ServerTiming;

namespace Synthetic.ServerTiming;

/// <summary>The timings of one request.</summary>
internal sealed class RequestTiming(TimeProvider time) : IServerTiming
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, Entry> _entries = [];
    private readonly HashSet<Running> _running = [];

    public IDisposable Measure(string name, string? description = null)
    {
        MetricName.Require(name, nameof(name));
        var measure = new Running(this, name, description, time.GetTimestamp());
        lock (_lock)
            _running.Add(measure);
        return measure;
    }

    public void Add(string name, TimeSpan duration, string? description = null)
    {
        MetricName.Require(name, nameof(name));
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        lock (_lock)
            Sum(_entries, name, duration, description);
    }

    /// <summary>All metrics as of now, in the order they ended; running measures come last, counted up to now.</summary>
    internal IReadOnlyList<ServerTimingMetric> Snapshot()
    {
        lock (_lock)
        {
            var entries = new OrderedDictionary<string, Entry>(_entries);
            foreach (var measure in _running.OrderBy(m => m.Start))
                Sum(entries, measure.Name, time.GetElapsedTime(measure.Start), measure.Description);
            return [.. entries.Select(e => new ServerTimingMetric(e.Key, e.Value.Duration.TotalMilliseconds, e.Value.Description ?? ""))];
        }
    }

    private void End(Running measure)
    {
        var duration = time.GetElapsedTime(measure.Start);
        lock (_lock)
        {
            // A measure disposed twice counts once.
            if (_running.Remove(measure))
                Sum(_entries, measure.Name, duration, measure.Description);
        }
    }

    private static void Sum(OrderedDictionary<string, Entry> entries, string name, TimeSpan duration, string? description)
    {
        var sum = entries.GetValueOrDefault(name);
        entries[name] = new(sum.Duration + duration, sum.Description ?? description);
    }

    private readonly record struct Entry(TimeSpan Duration, string? Description);

    private sealed class Running(RequestTiming owner, string name, string? description, long start) : IDisposable
    {
        internal string Name => name;

        internal string? Description => description;

        internal long Start => start;

        public void Dispose() => owner.End(this);
    }
}
