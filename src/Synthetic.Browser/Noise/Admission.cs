namespace Synthetic.Browser.Noise;

/// <summary>
/// Keeps runs that are under way at the same time from falsifying each other's figures: what is heavy and measures nothing, or little,
/// waits while an interaction of another run is between its input and its next paint. A run alone waits for nothing.
/// Safe for use by many threads.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="processors">The machine's processors.</param>
/// <param name="isShared">Whether several runs are under way.</param>
internal sealed class Admission(TimeProvider time, int processors, Func<bool> isShared)
{
    /// <summary>The longest that anything waits, and that anything is waited for: a page that hangs in the middle of an input stops the other runs once, not again and again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>After such a wait nothing of the other kind is let in before: until then what runs may be joined, which leaves fewer processors idle.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(150);

    private readonly TimeProvider _time = time;
    private readonly Lock _lock = new();
    private readonly List<Waiter> _waiting = [];
    private int _interactions;
    private int _loads;

    /// <summary>Whether several runs are under way, so that it matters how long something is held.</summary>
    public bool IsShared => isShared();

    /// <summary>Waits until something may begin, and never much longer than <see cref="Patience"/>.</summary>
    /// <param name="part">What is to begin.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>To be disposed when it is over.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public async Task<IDisposable> EnterAsync(RunPart part, CancellationToken ct)
    {
        var waiter = new Waiter(part, _time.GetTimestamp());
        lock (_lock)
        {
            _waiting.Add(waiter);
            AdmitWaiting();
        }
        try
        {
            if (!waiter.Admitted.Task.IsCompleted)
                await Task.WhenAny(waiter.Admitted.Task, Task.Delay(Patience, _time, ct));
            ct.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException)
        {
            if (!Withdraw(waiter))
                Leave(part);
            throw;
        }
        // Who has waited long enough begins beside the others.
        lock (_lock)
        {
            if (_waiting.Remove(waiter))
                Count(part, 1);
        }
        return new Admitted(this, part);
    }

    private bool Withdraw(Waiter waiter)
    {
        lock (_lock)
        {
            var waited = _waiting.Remove(waiter);
            // It may have kept the other kind out.
            if (waited)
                AdmitWaiting();
            return waited;
        }
    }

    private void Leave(RunPart part)
    {
        lock (_lock)
        {
            Count(part, -1);
            AdmitWaiting();
        }
    }

    private void Count(RunPart part, int change)
    {
        lock (_lock)
            _ = part == RunPart.Interaction ? _interactions += change : _loads += change;
    }

    /// <summary>The first come are looked at first; who has waited for a turn keeps all of the other kind out.</summary>
    private void AdmitWaiting()
    {
        RunPart? next = null;
        foreach (var waiter in _waiting.ToArray())
        {
            if (next is { } only && waiter.Part != only)
                continue;
            if (HasRoom(waiter.Part))
            {
                _waiting.Remove(waiter);
                Count(waiter.Part, 1);
                waiter.Admitted.SetResult();
            }
            else if (next is null && _time.GetElapsedTime(waiter.Since) >= Turn)
            {
                next = waiter.Part;
            }
        }
    }

    private bool HasRoom(RunPart part) => part switch
    {
        RunPart.Interaction => _loads == 0 && _interactions < Math.Max(1, processors / 2),
        RunPart.Load => _interactions == 0 && _loads < processors,
    };

    private sealed class Waiter(RunPart part, long since)
    {
        public RunPart Part => part;

        public long Since => since;

        // What goes on after it does not run under the lock of who admits it.
        public TaskCompletionSource Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Admitted : IDisposable
    {
        private readonly Admission _admission;
        private readonly RunPart _part;
        private readonly ITimer _late;
        private int _over;

        public Admitted(Admission admission, RunPart part)
        {
            (_admission, _part) = (admission, part);
            _late = admission._time.CreateTimer(_ => Leave(), null, Patience, Timeout.InfiniteTimeSpan);
        }

        public void Dispose()
        {
            _late.Dispose();
            Leave();
        }

        private void Leave()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0)
                _admission.Leave(_part);
        }
    }
}

/// <summary>What of a run may falsify another run's figures, or be falsified.</summary>
internal enum RunPart
{
    /// <summary>An action on a page, with the wait for what it acts on, and its next paint.</summary>
    Interaction,
    /// <summary>A page is loaded, a context opened or closed: much work for many processes.</summary>
    Load,
}
