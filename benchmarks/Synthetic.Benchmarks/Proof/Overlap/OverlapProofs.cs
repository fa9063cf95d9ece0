using Synthetic.Browser.Driving;
using Synthetic.Core.Basics;
using Synthetic.Core.Proving.Trials;
using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.Proof.Overlap;

/// <summary>Proves an order on a server, changes that server for real, and compares.</summary>
/// <param name="server">The server.</param>
/// <param name="source">The browser.</param>
public sealed class OverlapProofs(OverlapServer server, BrowserEvidenceSource source)
{
    /// <summary>Runs of the changed server.</summary>
    private const int RealRuns = 5;

    /// <summary>Proofs that are begun: on a noisy host one may be given up.</summary>
    private const int MostProofs = 3;

    private readonly ScenarioRunner _runner = new(source, TimeProvider.System, "benchmark");

    private readonly Scenario _order = new()
    {
        Name = "order",
        BaseUrl = server.Uri,
        Timeout = TimeSpan.FromSeconds(10),
        Proof = new ProofRule(100, false),
        Steps =
        [
            new Step { Index = 0, Name = "Open", Action = StepAction.Goto, Values = ["/"] },
            new Step { Index = 1, Name = "Order", Action = StepAction.Click, Target = new Locator(LocatorKind.Selector, "#order"), Expect = new Expectation { Text = "ordered" } },
        ],
    };

    /// <returns>What was found; <c>null</c> where the host was too noisy for any proof to come to its end.</returns>
    /// <exception cref="InvalidOperationException">A run failed, or the proof did not try what it ought to.</exception>
    public async Task<OverlapOutcome?> RunAsync(OverlapCase what)
    {
        (server.Way, server.Work) = (what.Way, Work.Both);
        await RunAsync();
        var proven = await ProveAsync();
        for (var again = 1; again < MostProofs && !IsComplete(proven); again++)
            proven = await ProveAsync();
        if (!IsComplete(proven))
            return null;
        var proof = proven.Proof!;
        var before = proof.Arms.Single(a => a.Name == "baseline").ResponseMs ?? 0;
        var changes = new List<OverlapChange>();
        foreach (var (removed, left) in what.Changes)
        {
            server.Work = left;
            changes.Add(OverlapChange.Of(proof, removed, before - await ResponseAsync()));
        }
        return new OverlapOutcome(what, proven, changes);
    }

    private static bool IsComplete(RunRecord proven) => proven.Proof is { Effects: { Count: > 0 } effects } && effects.All(e => e.ResponseCi95 is not null);

    // Five runs of each arm, however long they take here.
    private async Task<RunRecord> ProveAsync() => await new Prover(source, TimeProvider.System).ProveAsync(
        _order, await RunAsync(), new ProofPlan { Time = TimeSpan.FromMinutes(3) }, null, CancellationToken.None);

    private async Task<double> ResponseAsync()
    {
        var took = new List<double>();
        while (took.Count < RealRuns)
        {
            var run = await RunAsync();
            if (run.Host?.Verdict != HostState.Noisy)
                took.Add(run.Steps[1].Interactions.Max(i => i.Response?.Ms) ?? 0);
        }
        return Sample.Median(took);
    }

    private async Task<RunRecord> RunAsync() =>
        await _runner.RunAsync(_order, RunSlot.Manual, null, CancellationToken.None) is { Failure: null } run ? run : throw new InvalidOperationException("the order failed");
}
