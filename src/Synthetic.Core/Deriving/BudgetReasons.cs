using Synthetic.Core.Evidence;
using Synthetic.Core.Metrics;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Deriving;

/// <summary>Says why a limit is not judged.</summary>
internal static class BudgetReasons
{
    public const string LowerBound = "it took at least so much: its page was gone before the next paint";
    public const string Doubtful = "it is within its limit by less than it may be off";

    /// <summary>Why nothing of a step is judged; <c>null</c> where it is.</summary>
    public static string? Of(StepStatus status) => status switch
    {
        StepStatus.Passed => null,
        StepStatus.Failed => "the step failed",
        StepStatus.Skipped => "the step was not reached",
        StepStatus.Aborted => "the step was stopped",
    };

    /// <summary>Why a step has no value of a metric.</summary>
    public static string NoValue(Metric metric, StepEvidence seen, StepResult step, int pages) => metric.Windows switch
    {
        _ when metric.Name.StartsWith(MetricTable.ServerPrefix, StringComparison.Ordinal) => NoReport(metric),
        [WindowKind.Inp] => step.Interactions.Count > 0 ? "its page was gone before anything was measured" : $"no interaction: none came of this {step.Action}",
        [WindowKind.Response] => NoResponse(seen, step),
        _ => pages == 0 ? "no page was opened in this step" : "its page gave none",
    };

    /// <summary>Why a whole run has no value of a metric.</summary>
    public static string NoValue(Metric metric) => metric.Windows switch
    {
        _ when metric.Name.StartsWith(MetricTable.ServerPrefix, StringComparison.Ordinal) => NoReport(metric),
        [WindowKind.Inp] => "no interaction was measured",
        [WindowKind.Response] => "no interaction has a response",
        _ => "no page gave one",
    };

    private static string NoReport(Metric metric) => $"no answer reported {metric.Name[MetricTable.ServerPrefix.Length..]}";

    private static string NoResponse(StepEvidence seen, StepResult step) => seen switch
    {
        { Expects: false } when step.Interactions.Count > 0 => "the step expects nothing, and the browser linked no paint to its input",
        { Expects: false } => "the step expects nothing",
        { ExpectationPaintedMs: not null } => "nothing was done that it could be counted from",
        { ExpectationHeld: true } => "what the step expects was there before its action already",
        _ => "the page could not tell when what the step expects was painted",
    };
}
