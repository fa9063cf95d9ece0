using System.Collections.Concurrent;
using Synthetic.Core.Evidence;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Tests.Scheduling;

/// <summary>Runs that last until the test lets them end.</summary>
internal sealed class GatedSource : IEvidenceSource, IDisposable
{
    private readonly ConcurrentDictionary<string, int> _inside = new();
    private readonly SemaphoreSlim _entered = new(0);
    private readonly SemaphoreSlim _gate = new(0);
    private int _running;

    /// <summary>The most runs at the same time.</summary>
    public int Peak { get; private set; }

    /// <summary>Whether a scenario ever overlapped itself.</summary>
    public bool Overlapped { get; private set; }

    /// <summary>Whether runs end by themselves at once.</summary>
    public bool Open { get; set; }

    /// <summary>Whether runs ignore being cancelled.</summary>
    public bool Deaf { get; set; }

    /// <summary>Whether a run was cancelled.</summary>
    public bool Cancelled { get; private set; }

    /// <summary>What runs see.</summary>
    public RunEvidence Seen { get; set; } = new();

    /// <summary>What a run of a scenario sees; <c>null</c> for <see cref="Seen"/>.</summary>
    public Func<Scenario, RunEvidence>? Sees { get; set; }

    /// <summary>What runs throw.</summary>
    public Exception? Bug { get; set; }

    public Task EnteredAsync() => _entered.WaitAsync().WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

    public void Release(int runs = 1) => _gate.Release(runs);

    public void Dispose()
    {
        _entered.Dispose();
        _gate.Dispose();
    }

    public async Task<RunEvidence> CollectAsync(Scenario scenario, IProgress<StepProgress>? progress, CancellationToken ct)
    {
        Peak = Math.Max(Peak, Interlocked.Increment(ref _running));
        Overlapped |= _inside.AddOrUpdate(scenario.Name, 1, (_, count) => count + 1) > 1;
        _entered.Release();
        try
        {
            if (!Open)
                await _gate.WaitAsync(Deaf ? CancellationToken.None : ct);
            return Bug is null ? Sees?.Invoke(scenario) ?? Seen : throw Bug;
        }
        catch (OperationCanceledException)
        {
            Cancelled = true;
            return new RunEvidence { Ending = RunEnding.Aborted };
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            _inside.AddOrUpdate(scenario.Name, 0, (_, count) => count - 1);
        }
    }
}
