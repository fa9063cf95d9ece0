using Synthetic.Core.Evidence;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Driving;

/// <summary>RunEvidence of runs that never opened a page.</summary>
internal static class EvidenceOf
{
    /// <summary>What is known before anything happened: the limits.</summary>
    public static RunEvidence Plan(Scenario scenario) => new()
    {
        Budgets = scenario.Budgets,
        ResponseGoodMs = scenario.ResponseRating.Good.TotalMilliseconds,
        ResponsePoorMs = scenario.ResponseRating.Poor.TotalMilliseconds,
    };

    /// <summary>The run was stopped before it began.</summary>
    public static RunEvidence Stopped(Scenario scenario) => Plan(scenario) with { Ending = RunEnding.Aborted };

    /// <summary>The monitor could not do its part.</summary>
    public static RunEvidence Broken(Scenario scenario, string message) => Plan(scenario) with
    {
        Ending = RunEnding.Broken,
        Failure = new Failure(null, FailureKind.Browser, Text.Bounded(message)),
    };
}
