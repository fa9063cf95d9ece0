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
/// <param name="site">The pages.</param>
/// <param name="pool">The browser.</param>
public sealed class CaseRunner(MatrixSite site, BrowserPool pool)
{
    private readonly ScenarioRunner _runner = new(
        new BrowserEvidenceSource(pool, ScriptCatalogue.Of(typeof(CaseRunner).Assembly), TimeProvider.System), TimeProvider.System, "benchmark");

    /// <summary>One run of one page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="budgets">Limits for the run.</param>
    public async Task<Outcome> RunAsync(MatrixCase page, params Budget[] budgets)
    {
        var run = Guid.CreateVersion7().ToString("N");
        var record = await _runner.RunAsync(ScenarioOf(page, run) with { Budgets = budgets }, RunSlot.Manual, null, CancellationToken.None);
        var truth = record.Failure is null && record.Status != RunStatus.Error ? await site.TruthAsync(run) : [];
        return Outcome.Of(page, record, truth);
    }

    private Scenario ScenarioOf(MatrixCase page, string run) => new()
    {
        Name = page.Name,
        BaseUrl = site.Uri,
        Timeout = TimeSpan.FromSeconds(20),
        Device = page.Device,
        Steps =
        [
            .. new[] { Goto($"/page/{Uri.EscapeDataString(page.Name)}") }
                .Concat(page.Steps)
                .Append(Goto($"/end?run={run}") with { Expect = new Expectation { Text = "told" } })
                .Select((step, index) => step with { Index = index }),
        ],
    };

    private static Step Goto(string address) => Do.Of(StepAction.Goto, null, address);
}
