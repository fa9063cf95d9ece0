using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>What went on while a result was waited for and did not hold it up: listed, and blamed for nothing.</summary>
internal static class ConcurrentWorkFinder
{
    /// <summary>The most entries of a window.</summary>
    private const int Most = 20;

    /// <summary>Less than this is not worth a line, in milliseconds.</summary>
    private const double Least = 1;

    /// <summary>What went on beside a response's path, the longest first.</summary>
    /// <param name="response">The response.</param>
    /// <param name="requests">All requests of the run.</param>
    /// <param name="scripts">The scripts of all documents that worked for most of their time.</param>
    public static IReadOnlyList<ConcurrentWork> Of(Response response, IReadOnlyList<Request> requests, IntervalIndex<ScriptWork> scripts)
    {
        var (begin, end) = (response.Interaction.Begin, response.Paint.Instant);
        var path = response.Path.Select(step => step.Request).ToArray();
        var ids = path.Select(r => r.Id).ToHashSet();
        var sent = requests
            .Where(r => r.Start < end && !(r.End <= begin) && !ids.Contains(r.Id))
            .Select(r => Within(r.Start, r.End ?? end, begin, end) with { RequestId = r.Id });
        // Script that ran while a request of the path was waited for: the wait would have been as long without it.
        var waits = new IntervalIndex<Request>(path, r => r.Start, r => r.End ?? end);
        var ran = scripts.In(begin, end).SelectMany(s => Longest(waits.In(s.Start, s.End)
            .Select(r => Within(Math.Max(s.Start, r.Start), Math.Min(s.End, r.End ?? end), begin, end) with { Detail = s.Segment.Detail, Url = s.Segment.Url })));
        return [.. Longest(sent.Concat(ran))];
    }

    private static IEnumerable<ConcurrentWork> Longest(IEnumerable<ConcurrentWork> work) =>
        work.Where(w => w.Ms >= Least).OrderByDescending(w => w.Ms).ThenBy(w => w.StartMs).Take(Most);

    private static ConcurrentWork Within(double from, double to, double begin, double end)
    {
        var start = Milliseconds.Round(Math.Max(from, begin) - begin);
        return new ConcurrentWork { StartMs = start, Ms = Milliseconds.Round(Math.Max(0, Math.Min(to, end) - begin - start)) };
    }
}
