using Synthetic.Core.Evidence;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Reporting;

namespace Synthetic.Worker.Scheduling;

/// <summary>Has limits over a baseline be numbers before a run begins, so that its evidence says what it is judged by.</summary>
internal sealed class BaselineSource(IEvidenceSource source, ScenarioBaselines baselines) : IEvidenceSource
{
    public Task<RunEvidence> CollectAsync(Scenario scenario, IProgress<StepProgress>? progress, CancellationToken ct) =>
        source.CollectAsync(baselines.Resolve(scenario), progress, ct);
}
