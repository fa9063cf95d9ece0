using Synthetic.Benchmarks.Exactness.Cases;
using Synthetic.Benchmarks.Exactness.Site;
using Synthetic.Browser.Driving;
using Synthetic.Browser.Pooling;
using Synthetic.Browser.Scripting;
using Synthetic.Core.Records;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Benchmarks.Exactness;

/// <summary>Runs the matrix's pages as a worker would, and holds each record against what the page itself says.</summary>
public sealed class CaseRunner
{
    private readonly MatrixSite _site;
    private readonly ScenarioRunner _runner;
    private readonly CauseFinder _causes;

    /// <summary>Runs pages.</summary>
    /// <param name="site">The pages.</param>
    /// <param name="pool">The browser.</param>
    public CaseRunner(MatrixSite site, BrowserPool pool)
    {
        _site = site;
        var source = new BrowserEvidenceSource(pool, ScriptCatalogue.Of(typeof(CaseRunner).Assembly), TimeProvider.System);
        _runner = new ScenarioRunner(source, TimeProvider.System, "benchmark");
        _causes = new CauseFinder(source, TimeProvider.System);
    }

    /// <summary>One run of one page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="budgets">Limits for the run.</param>
    public async Task<Outcome> RunAsync(MatrixCase page, params Budget[] budgets)
    {
        var run = Guid.CreateVersion7().ToString("N");
        var scenario = ScenarioOf(_site, page, run) with { Budgets = budgets };
        var record = await _runner.RunAsync(scenario, RunSlot.Manual, null, CancellationToken.None);
        record = await _causes.FollowAsync(scenario, record, CancellationToken.None);
        var truth = record.Failure is null && record.Status != RunStatus.Error ? await _site.TruthAsync(run) : [];
        return Outcome.Of(page, record, truth);
    }

    /// <summary>A run of a page, at the end of which the page tells what was true.</summary>
    internal static Scenario ScenarioOf(MatrixSite site, MatrixCase page, string run) => new()
    {
        Name = page.Name,
        BaseUrl = site.Uri,
        // The pages are ours: what they write is nobody's.
        Causes = CauseRule.Always,
        Timeout = TimeSpan.FromSeconds(20),
        Device = page.Device,
        Steps =
        [
            .. new[] { Goto(page.Address ?? $"/page/{Uri.EscapeDataString(page.Name)}") }
                .Concat(page.Steps)
                .Append(Goto($"/end?run={run}") with { Expect = new Expectation { Text = "told" } })
                .Select((step, index) => step with { Index = index }),
        ],
    };

    private static Step Goto(string address) => Do.Of(StepAction.Goto, null, address);
}
