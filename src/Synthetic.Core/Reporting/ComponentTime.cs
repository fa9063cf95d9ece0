using Synthetic.Core.Basics;
using Synthetic.Core.Metrics;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Reporting;

/// <summary>What a part of a step took in a run: what histories are made of.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Component"><c>inp</c>, <c>response</c>, a kind of segment (<c>network</c>), a component of the server (<c>server.db</c>), or all that was reported of one (<c>reported.db</c>).</param>
/// <param name="Ms">Its time in the step's longest response, or in its longest INP where it has no response, in milliseconds; of what was reported the sum.</param>
public sealed record ComponentTime(string Step, string Component, double Ms)
{
    /// <summary>How many reported metrics of a step are kept at most.</summary>
    private const int MostReported = 100;

    /// <summary>What histories are kept of: the run's parts, and what its servers reported, as <c>server.NAME</c> budgets add it up.</summary>
    public static IReadOnlyList<ComponentTime> Kept(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. Of(record), .. record.Steps.GroupBy(step => step.Name, StringComparer.Ordinal).SelectMany(ReportedIn)];
    }

    /// <summary>The component under which all that was reported of a Server-Timing metric is kept.</summary>
    /// <param name="name">The metric's name, in whatever case.</param>
    public static string Reported(string name) => $"reported.{name.ToLowerInvariant()}";

    /// <summary>All of a run's parts. Of steps that share a name the longest one counts.</summary>
    public static IReadOnlyList<ComponentTime> Of(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return [.. record.Steps.GroupBy(step => step.Name, StringComparer.Ordinal).SelectMany(OfSteps)];
    }

    private static IEnumerable<ComponentTime> OfSteps(IGrouping<string, StepResult> steps)
    {
        Window? Longest(WindowKind kind) => steps.Select(step => step.Longest(kind)).OfType<Window>().MaxBy(window => window.Ms);
        var (inp, response) = (Longest(WindowKind.Inp), Longest(WindowKind.Response));
        if (inp is not null)
            yield return new(steps.Key, "inp", inp.Ms);
        if (response is not null)
            yield return new(steps.Key, "response", response.Ms);
        foreach (var part in ((response ?? inp)?.Timeline ?? []).SelectMany(Parts).GroupBy(part => part.Name, StringComparer.OrdinalIgnoreCase))
            yield return new(steps.Key, part.Key, Milliseconds.Round(part.Sum(one => one.Ms)));
    }

    private static IEnumerable<ComponentTime> ReportedIn(IGrouping<string, StepResult> steps)
    {
        var names = steps.SelectMany(step => step.Requests).SelectMany(request => request.ServerTiming)
            .Select(metric => metric.Name.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Take(MostReported);
        foreach (var name in names)
        {
            if (MetricTable.Find(MetricTable.ServerPrefix + name)!.Read(new MetricScope([.. steps], [], 0)) is { } ms)
                yield return new(steps.Key, Reported(name), ms);
        }
    }

    private static IEnumerable<(string Name, double Ms)> Parts(Segment segment)
    {
        var kind = Words.Of(segment.Kind);
        return segment.Components is { Count: > 0 } components
            ? components.Select(component => ($"{kind}.{component.Name}", component.Ms))
            : [(kind, segment.Ms)];
    }
}
