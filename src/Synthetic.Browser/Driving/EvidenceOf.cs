using Synthetic.Core.Measuring;
using Synthetic.Core.Running;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>Evidence of runs that never opened a page.</summary>
internal static class EvidenceOf
{
    /// <summary>What is known before anything happened: the limits.</summary>
    public static Evidence Plan(Scenario scenario) => new()
    {
        Budgets = scenario.Budgets,
        ResponseGoodMs = scenario.ResponseRating.Good.TotalMilliseconds,
        ResponsePoorMs = scenario.ResponseRating.Poor.TotalMilliseconds,
    };

    /// <summary>The run was stopped before it began.</summary>
    public static Evidence Stopped(Scenario scenario) => Plan(scenario) with { Ending = RunEnding.Aborted };

    /// <summary>The monitor could not do its part.</summary>
    public static Evidence Broken(Scenario scenario, string message) => Plan(scenario) with
    {
        Ending = RunEnding.Broken,
        Failure = new Failure(null, FailureKind.Browser, Text.Bounded(message)),
    };
}
