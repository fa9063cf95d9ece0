using Synthetic.Core.Basics;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Metrics;

/// <summary>The one table of metrics: the scenario file, its schema, budgets, alerts and all output follow from it.</summary>
public static class MetricTable
{
    /// <summary>What stands before a Server-Timing metric's name: what the response waited for counts.</summary>
    public const string ServerPrefix = "server.";

    /// <summary>The same, where everything that the step's requests report counts.</summary>
    public const string ServerTotalPrefix = "serverTotal.";

    /// <summary>A frame at 60 Hz: what a figure may be off by without a word.</summary>
    private const double FrameMs = 17;

    /// <summary>What a server's times differ by from run to run, however short they are.</summary>
    private const double ServerMs = 5;

    /// <summary>The metrics with a name of their own, in the order that lists show them.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new("inp", "INP", "Interaction to Next Paint", MetricUnit.Milliseconds, scope => scope.Steps.Max(step => step.Longest(WindowKind.Inp)?.Ms))
        {
            Windows = [WindowKind.Inp],
            LeastOverBaselineMs = FrameMs,
            IsLowerBound = scope => scope.Steps.Any(step => step.Interactions.Any(i => i.Inp?.Bound == "lower")),
        },
        new("response", "response", "from the input to the paint that shows what the step expects", MetricUnit.Milliseconds, scope => scope.Steps.Max(step => step.LongestOfAll(WindowKind.Response)?.Ms))
        {
            Windows = [WindowKind.Response],
            LeastOverBaselineMs = FrameMs,
            Doubt = scope => scope.Steps.Select(step => step.LongestOfAll(WindowKind.Response)).OfType<ResponseWindow>().MaxBy(window => window.Ms)?.PrecisionMs is > FrameMs and var off ? off : 0,
        },
        new("lcp", "LCP", "Largest Contentful Paint", MetricUnit.Milliseconds, scope => scope.Pages.Max(page => page.LcpMs)),
        new("fcp", "FCP", "First Contentful Paint", MetricUnit.Milliseconds, scope => scope.Pages.Max(page => page.FcpMs)),
        new("ttfb", "TTFB", "Time to First Byte", MetricUnit.Milliseconds, scope => scope.Pages.Max(page => page.TtfbMs)),
        new("cls", "CLS", "Cumulative Layout Shift, a score", MetricUnit.Score, scope => scope.Pages.Max(page => page.Cls)),
        new("duration", "duration", "the step, or the run", MetricUnit.Milliseconds, scope => scope.DurationMs),
    ];

    /// <summary>The metric of a name; <c>null</c> where there is none.</summary>
    /// <param name="name">Its name; <c>server.NAME</c> or <c>serverTotal.NAME</c> for a Server-Timing metric.</param>
    public static Metric? Find(string name)
    {
        if (name.StartsWith(ServerPrefix, StringComparison.Ordinal))
            return Server(name, "the Server-Timing metric of that name, as far as the response waited for it", step => OnPath(step, name[ServerPrefix.Length..])) with { LeastOverBaselineMs = ServerMs };
        return name.StartsWith(ServerTotalPrefix, StringComparison.Ordinal)
            ? Server(name, "the Server-Timing metric of that name, of all requests of the step", step => Total(step.Requests, name[ServerTotalPrefix.Length..]))
            : All.FirstOrDefault(metric => metric.Name == name);
    }

    private static Metric Server(string name, string meaning, Func<StepResult, double?> read) =>
        new(name, name, meaning, MetricUnit.Milliseconds, scope => scope.Steps.Max(read)) { Windows = [WindowKind.Response, WindowKind.Inp] };

    /// <summary>What the requests report that the step's result waited for; of all requests where there is no result to wait for.</summary>
    private static double? OnPath(StepResult step, string component)
    {
        if (Total(step.Requests, component) is not { } total || step.LongestOfAll(WindowKind.Response) is not ResponseWindow response)
            return Total(step.Requests, component);
        // Reported, but by nothing that the result waited for: that is none of it, not unknown.
        return total == 0 ? 0 : Total(step.Requests.Where(request => response.Path.Contains(request.Id)), component) ?? 0;
    }

    /// <summary>All of a component that requests report, added up; <c>null</c> where none names it.</summary>
    private static double? Total(IEnumerable<RequestResult> requests, string component)
    {
        double[] found = [.. requests.SelectMany(request => request.ServerTiming)
            .Where(metric => string.Equals(metric.Name, component, StringComparison.OrdinalIgnoreCase)).Select(metric => metric.Ms)];
        return found.Length == 0 ? null : Milliseconds.Round(found.Sum());
    }
}
