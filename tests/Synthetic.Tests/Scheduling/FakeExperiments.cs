using Synthetic.Core.Evidence;
using Synthetic.Core.Proving.Replaying;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Tests.Diagnosing;

namespace Synthetic.Tests.Scheduling;

/// <summary>A slow order whose time is the database's, and its replays: without the database it is quick.</summary>
internal sealed class FakeExperiments : IExperiments, IDisposable
{
    private readonly SemaphoreSlim _entered = new(0);
    private readonly SemaphoreSlim _gate = new(0);

    /// <summary>What a run of it sees.</summary>
    public static RunEvidence Slow { get; } = new EvidenceBuilder().Clicks()
        .Fetches(6, 400, "db;dur=350, total;dur=396").Shows(440).StepBudget("response", 200).Build();

    private static RunEvidence Quick { get; } = new EvidenceBuilder().Clicks()
        .Fetches(6, 50, "total;dur=46").Shows(90).StepBudget("response", 200).Build();

    /// <summary>Whether runs wait until they are cancelled or let go.</summary>
    public bool Held { get; set; }

    /// <summary>Whether they ignore being cancelled.</summary>
    public bool Deaf { get; set; }

    /// <summary>What they throw.</summary>
    public Exception? Bug { get; set; }

    /// <summary>How many there were.</summary>
    public int Count { get; private set; }

    public Task EnteredAsync() => _entered.WaitAsync().WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

    public void LetGo()
    {
        Held = false;
        _gate.Release();
    }

    public async Task<Trial> RunAsync(Scenario scenario, Experiment experiment, CancellationToken ct)
    {
        Count++;
        _entered.Release();
        if (Bug is not null)
            throw Bug;
        try
        {
            if (Held)
                await _gate.WaitAsync(Deaf ? CancellationToken.None : ct);
        }
        catch (OperationCanceledException)
        {
            return new Trial(new RunEvidence { Ending = RunEnding.Aborted });
        }
        return new Trial(
            experiment.Arm is { Kind: ArmKind.WithoutComponent, Removed: "db" } ? Quick : Slow,
            experiment.Records ? Recording.Of(EvidenceBuilder.Page, [], []) : null);
    }

    public void Dispose()
    {
        _entered.Dispose();
        _gate.Dispose();
    }
}
