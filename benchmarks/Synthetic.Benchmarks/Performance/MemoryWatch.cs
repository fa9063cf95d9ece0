namespace Synthetic.Benchmarks.Performance;

/// <summary>Looks at the memory of a group of processes again and again, and keeps the most. Runs that are watched so are not timed.</summary>
internal sealed class MemoryWatch
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private long _peak;

    /// <summary>The most of it, in bytes, all of them together.</summary>
    public long Peak => Volatile.Read(ref _peak);

    /// <summary>Watches a group until what is returned is disposed of.</summary>
    public IDisposable Watch(ProcessGroup group)
    {
        var timer = TimeProvider.System.CreateTimer(_ => Look(group), null, TimeSpan.Zero, Between);
        return timer;
    }

    private void Look(ProcessGroup group)
    {
        try
        {
            var now = group.ProportionalMemory;
            for (var peak = Peak; now > peak && Interlocked.CompareExchange(ref _peak, now, peak) != peak; peak = Peak)
            {
            }
        }
        catch (IOException)
        {
            // The group was taken away meanwhile.
        }
    }
}
