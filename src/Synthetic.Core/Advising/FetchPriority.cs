using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Records.Timelines;

namespace Synthetic.Core.Advising;

/// <summary>Requests that were waited for, and waited themselves behind others to the same host.</summary>
internal static class FetchPriority
{
    private const string Kind = "fetch-priority";

    public static IEnumerable<Finding> In(AdvisedWindow window, RequestHistory history)
    {
        foreach (var waited in window.Path.Where(w => window.IsWorth(w.In(SegmentKind.Queue))))
        {
            var ms = waited.In(SegmentKind.Queue);
            var before = history.ToSameHost(waited.Request).Count(r => IsInFlightBefore(r, waited.Request));
            if (before < Tolerances.ConnectionsPerHost)
                continue;
            yield return new Finding(
                Kind,
                $"{waited.Request.Id}",
                $"Send {Wording.Named(waited.Request)} before the others (fetchpriority, or later for those that nobody waits for), or serve "
                    + $"{Wording.Quoted(WebAddress.AuthorityOf(waited.Request.Url))} over HTTP/2: it queued for {window.Part(ms)} behind {before} requests "
                    + $"to the same host, of which HTTP/1.1 lets {Tolerances.ConnectionsPerHost} go at a time",
                window.Saving(ms));
        }
    }

    private static bool IsInFlightBefore(Request other, Request request) =>
        other.Id != request.Id
        && (other.Start < request.Start || (other.Start == request.Start && other.Id < request.Id))
        && (other.End ?? other.FirstByte) > request.Start;
}
