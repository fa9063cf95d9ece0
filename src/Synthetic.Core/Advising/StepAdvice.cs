using Synthetic.Core.Diagnosing;
using Synthetic.Core.Records;

namespace Synthetic.Core.Advising;

/// <summary>What would make a step's interactions quicker, by how much; only what its evidence shows.</summary>
internal static class StepAdvice
{
    /// <summary>The most pieces of advice of a step: nobody reads more.</summary>
    public const int Most = 5;

    /// <summary>Less than this is not worth a line, in milliseconds.</summary>
    private const double LeastSavingMs = 1;

    /// <summary>A typed text has dozens of windows; the longest show all that matters.</summary>
    private const int MostWindows = 10;

    /// <param name="step">The step's facts.</param>
    /// <param name="results">Its interactions with their windows, in the same order.</param>
    /// <param name="run">The facts of its run.</param>
    /// <param name="history">The run's requests.</param>
    public static IReadOnlyList<Advice> Of(StepFacts step, IReadOnlyList<InteractionResult> results, RunFacts run, RequestHistory history)
    {
        var windows = step.Interactions.Zip(results)
            .SelectMany(pair => AdvisedWindow.Of(pair.First, pair.Second, run.RequestsById, run.Threads))
            .OrderByDescending(w => w.Ms)
            .Take(MostWindows);
        return [.. windows.SelectMany(w => In(w, history))
            .Concat(TrimHeader.In(step.Requests))
            .GroupBy(f => (f.Kind, f.Subject))
            .Select(g => g.MaxBy(f => f.SavingMs ?? 0)!)
            .Where(f => f.SavingMs is not < LeastSavingMs)
            .OrderByDescending(f => f.SavingMs ?? 0)
            .Take(Most)
            .Select(f => f.ToAdvice())];
    }

    private static IEnumerable<Finding> In(AdvisedWindow window, RequestHistory history) =>
    [
        .. Parallelize.In(window),
        .. Memoize.In(window, history),
        .. Preconnect.In(window, history),
        .. FetchPriority.In(window, history),
        .. BreakUpTask.In(window),
        .. ForcedLayout.In(window),
        .. MissingTiming.In(window, history),
    ];
}
