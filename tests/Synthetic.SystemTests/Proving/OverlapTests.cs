using Synthetic.Benchmarks.Proof.Overlap;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Scripting;
using Synthetic.Core.Records;

namespace Synthetic.SystemTests.Proving;

/// <summary>What a proof says of metrics that overlap, against the server really changed: the long form, with its figures, is in benchmarks/.</summary>
[CancelAfter(120_000)]
public sealed class OverlapTests
{
    /// <summary>What a busy machine may add, in milliseconds: a fifth of what the readings differ by.</summary>
    private const double Slack = 30;

    [Test]
    public async Task OfTwoThingsDoneAtOnceEitherIsWorthWhatTheProofSaysAndNeitherIsProven()
    {
        await using var pool = new BrowserPool(new BrowserPoolOptions { BrowserPath = BrowserSetup.Browser.Path, WatchHost = false });
        await using var server = await OverlapServer.StartAsync();
        var source = new BrowserEvidenceSource(pool, ScriptCatalogue.Of(typeof(OverlapTests).Assembly), TimeProvider.System);

        var outcome = await new OverlapProofs(server, source).RunAsync(OverlapCase.All.Single(c => c.Way == Way.Parallel));

        Assert.That(outcome, Is.Not.Null);
        foreach (var change in outcome!.Changes)
            Assert.That(change.Real, Is.InRange(change.Low - Slack, change.High + Slack), outcome.ToLine());
        // Whether stock would go with pricing is not known: it would be 140 ms that are saved, or all of the 290.
        Assert.That((outcome.Verdict.Component, outcome.Verdict.Outcome), Is.EqualTo(("pricing", ProofOutcome.Unsettled)), outcome.ToLine());
        Assert.That(outcome.Verdict.Readings, Has.Count.EqualTo(2));
    }
}
