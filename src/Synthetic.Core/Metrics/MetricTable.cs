using Synthetic.Core.Basics;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Metrics;

/// <summary>The one table of metrics: the scenario file, its schema, budgets, alerts and all output follow from it.</summary>
public static class MetricTable
{
    /// <summary>What stands before a Server-Timing metric's name.</summary>
    public const string ServerPrefix = "server.";

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
    /// <param name="name">Its name; <c>server.NAME</c> for a Server-Timing metric.</param>
    public static Metric? Find(string name) => name.StartsWith(ServerPrefix, StringComparison.Ordinal)
        ? Server(name, name[ServerPrefix.Length..])
        : All.FirstOrDefault(metric => metric.Name == name);

    private static Metric Server(string name, string component) =>
        new(name, name, "the Server-Timing metric of that name", MetricUnit.Milliseconds, scope => scope.Steps.Max(step => Reported(step, component)))
        {
            Windows = [WindowKind.Response, WindowKind.Inp],
            LeastOverBaselineMs = ServerMs,
        };

    /// <summary>All of a component that the step's requests report, added up.</summary>
    private static double? Reported(StepResult step, string component)
    {
        double[] found = [.. step.Requests.SelectMany(request => request.ServerTiming)
            .Where(metric => string.Equals(metric.Name, component, StringComparison.OrdinalIgnoreCase)).Select(metric => metric.Ms)];
        return found.Length == 0 ? null : Milliseconds.Round(found.Sum());
    }
}
