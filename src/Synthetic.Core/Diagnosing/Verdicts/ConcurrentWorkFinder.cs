using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Diagnosing.Verdicts;

/// <summary>What went on while a result was waited for and did not hold it up: listed, and blamed for nothing.</summary>
/// <param name="requests">All requests of the run.</param>
/// <param name="scripts">The scripts of all documents that worked for most of their time.</param>
/// <param name="most">How many requests, and how many scripts, a window looks at.</param>
internal sealed class ConcurrentWorkFinder(IReadOnlyList<Request> requests, IntervalIndex<ScriptWork> scripts, int most)
{
    /// <summary>The most entries of a window.</summary>
    private const int Most = 20;

    /// <summary>Less than this is not worth a line, in milliseconds.</summary>
    private const double Least = 1;

    /// <summary>How many scripts are held against how many waits: each is held against each.</summary>
    private const int MostHeld = 1000;

    private readonly IntervalIndex<Request> _requests = new(requests, r => r.Start, r => r.End ?? double.PositiveInfinity);

    /// <summary>What went on beside a response's path, the longest first.</summary>
    public IReadOnlyList<ConcurrentWork> Of(Response response)
    {
        var (begin, end) = (response.Interaction.Begin, response.Paint.Instant);
        var path = response.Path.Select(step => step.Request).ToArray();
        var ids = path.Select(r => r.Id).ToHashSet();
        var sent = _requests.In(begin, end).Where(r => !ids.Contains(r.Id)).Take(most)
            .Select(r => new Beside(r.Start, r.End ?? end, Request: r));
        // Script that ran while a request of the path was waited for: the wait would have been as long without it.
        var waits = new IntervalIndex<Request>(path, r => r.Start, r => r.End ?? end);
        var held = Math.Min(most, MostHeld);
        var ran = scripts.In(begin, end).Take(held).SelectMany(s => waits.In(s.Start, s.End).Take(held)
            .Select(r => new Beside(Math.Max(s.Start, r.Start), Math.Min(s.End, r.End ?? end), Script: s)));
        return
        [
            .. sent.Concat(ran).Select(one => (One: one, Within: one.Within(begin, end)))
                .Where(one => one.Within.Ms >= Least)
                .OrderByDescending(one => one.Within.Ms).ThenBy(one => one.Within.Start).ThenBy(one => one.One.Request?.Id ?? int.MaxValue)
                .Take(Most)
                .Select(one => one.One.Told(one.Within)),
        ];
    }

    /// <summary>A request or a script.</summary>
    private readonly record struct Beside(double From, double To, Request? Request = null, ScriptWork? Script = null)
    {
        public (double Start, double Ms) Within(double begin, double end)
        {
            var start = Milliseconds.Round(Math.Max(From, begin) - begin);
            return (start, Milliseconds.Round(Math.Max(0, Math.Min(To, end) - begin - start)));
        }

        public ConcurrentWork Told((double Start, double Ms) within) =>
            new() { StartMs = within.Start, Ms = within.Ms, RequestId = Request?.Id, Detail = Script?.Segment.Detail, Url = Script?.Segment.Url };
    }
}
