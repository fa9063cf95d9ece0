using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Tracing;

/// <summary>
/// Where in a request's wait its server's components are drawn. The header has durations and no instants: in a row and in the header's order where
/// that fits, else all from one instant; in the middle, since the way there takes as long as the way back. None leaves the wait.
/// </summary>
internal static class ComponentPlaces
{
    /// <summary>Each metric that has a duration, where it begins on the run's clock and how long it is drawn, in milliseconds.</summary>
    public static IReadOnlyList<(ServerTimingMetric Metric, double From, double Ms)> Of(Request request)
    {
        var from = request.Sent ?? request.Start;
        ServerTimingMetric[] metrics = [.. request.ServerTiming.Where(metric => metric.Ms > 0 && !RequestSpans.IsContext(metric))];
        if (metrics.Length == 0 || (request.FirstByte ?? request.End) is not { } to || to <= from)
            return [];
        var wait = to - from;
        var (sum, longest) = (metrics.Sum(metric => metric.Ms), metrics.Max(metric => metric.Ms));
        var inARow = sum <= wait;
        var at = from + (wait - Math.Min(wait, inARow ? sum : longest)) / 2;
        var places = new List<(ServerTimingMetric, double, double)>();
        foreach (var metric in metrics)
        {
            // Adding up may round past the end.
            var ms = Math.Min(metric.Ms, to - at);
            places.Add((metric, at, ms));
            if (inARow)
                at += ms;
        }
        return places;
    }
}
