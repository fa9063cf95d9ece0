using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Records;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Advising;

/// <summary>What servers would have to report for a better verdict: where time can't be told apart, nothing else can be advised.</summary>
internal static class MissingTiming
{
    private const string Header = "server-timing";
    private const string Allow = "timing-allow-origin";

    /// <summary>From this share of a window on, time that can't be told apart may have changed the verdict.</summary>
    private const double LargeShare = 0.25;

    public static IEnumerable<Finding> In(AdvisedWindow window, RequestHistory history)
    {
        Waited[] unattributed = [.. window.Path.Where(w => Unattributed(w) > 0 && w.Request.Error is null)];
        if (Matters(window, [.. unattributed.Where(w => IsHidden(w.Request, history))], Unattributed) is { } hidden && MayHaveChangedVerdict(window, hidden))
            yield return AllowOrigin(window, hidden);
        if (Matters(window, [.. unattributed.Where(w => w.Request is { Sent: not null, FirstByte: not null })], Unattributed) is { } silent && MayHaveChangedVerdict(window, silent))
            yield return SendHeader(window, silent);
        if (window.Culprit is { Kind: CulpritKind.Network, Component: "transit" } && Matters(window, window.Path, Transit) is { } unreported)
            yield return ReportMore(window, unreported);
    }

    /// <summary>Those of which the time is worth a sentence, the largest first; <c>null</c> for none.</summary>
    private static Waited[]? Matters(AdvisedWindow window, IReadOnlyList<Waited> requests, Func<Waited, double> time)
    {
        if (!window.IsWorth(requests.Sum(time)))
            return null;
        Waited[] sorted = [.. requests.OrderByDescending(time).ThenBy(w => w.Request.Id)];
        return [sorted[0], .. sorted.Skip(1).Where(w => window.IsWorth(time(w)))];
    }

    private static bool MayHaveChangedVerdict(AdvisedWindow window, Waited[] unattributed) =>
        window.Culprit.Kind == CulpritKind.Unknown || unattributed.Sum(Unattributed) >= window.Ms * LargeShare;

    /// <summary>Whether the page saw no more than begin and end because the request went to another origin.</summary>
    private static bool IsHidden(Request request, RequestHistory history) =>
        request.Sent is null && WebAddress.IsHttp(request.Url)
        && history.AskedBy(request).FirstOrDefault() is { } page
        && WebAddress.AuthorityOf(page.Url) != WebAddress.AuthorityOf(request.Url);

    private static Finding AllowOrigin(AdvisedWindow window, Waited[] hidden)
    {
        var hosts = hidden.Select(w => WebAddress.AuthorityOf(w.Request.Url)).Distinct(StringComparer.Ordinal).Select(Wording.Quoted).ToArray();
        return new Finding(
            Allow,
            hosts[0],
            $"Have {Wording.List(hosts)} send Timing-Allow-Origin: the page may see no more than begin and end of {Names(hidden)}, "
                + $"and {window.Part(hidden.Sum(Unattributed))} can't be told apart",
            null);
    }

    private static Finding SendHeader(AdvisedWindow window, Waited[] silent)
    {
        var durations = silent[0].Request.Source != ServerTimingSource.None ? " that has durations" : "";
        return new Finding(
            Header,
            Names(silent),
            $"Have {Names(silent)} answer with a Server-Timing header{durations}: without it, server and network can't be told apart in {window.Part(silent.Sum(Unattributed))}",
            null);
    }

    private static Finding ReportMore(AdvisedWindow window, Waited[] unreported) => new(
        Header,
        Names(unreported),
        $"Have what stands in front of {Names(unreported)} (gateway, queue, first middleware) report in Server-Timing, too: "
            + $"{window.Part(unreported.Sum(Transit))} are in no metric, so they may be the network or work that nobody measures",
        null);

    private static double Unattributed(Waited waited) => waited.In(SegmentKind.Unattributed);

    private static double Transit(Waited waited) =>
        waited.Segments.Where(s => s.Kind == SegmentKind.Network && s.Detail != Segment.Redirects).Sum(s => s.Ms);

    private static string Names(Waited[] requests) =>
        Wording.List([.. requests.Select(w => Name(w.Request)).Distinct(StringComparer.Ordinal)]);

    /// <summary>The reader cannot change another site's server, only ask its owner.</summary>
    private static string Name(Request request) =>
        request.ThirdParty ? $"{Wording.Named(request)} of {Wording.Quoted(WebAddress.AuthorityOf(request.Url))}" : Wording.Named(request);
}
