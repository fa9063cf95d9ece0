using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Advising;

/// <summary>Server-Timing headers that take more room than proxies give.</summary>
internal static class TrimHeader
{
    private const string Kind = "trim-header";

    public static IEnumerable<Finding> In(IReadOnlyList<Request> requests)
    {
        var large = requests.Where(r => r.HeaderBytes > ServerTimingLint.LargeBytes).OrderByDescending(r => r.HeaderBytes).ToArray();
        if (large.Length == 0)
            yield break;
        var bytes = large[0].HeaderBytes!.Value;
        var others = large.Length - 1;
        var more = others == 0 ? "" : $", and {others} more {(others == 1 ? "is" : "are")} over {Wording.Bytes(ServerTimingLint.LargeBytes)}";
        yield return new Finding(
            Kind,
            RequestHistory.KeyOf(large[0]).Url,
            $"Trim the Server-Timing header of {Wording.Named(large[0])}: it has {Wording.Bytes(bytes)}; {Risk(bytes)}{more}",
            null);
    }

    private static string Risk(int bytes) => bytes switch
    {
        > ServerTimingLint.RefusedBytes => $"over {Wording.Bytes(ServerTimingLint.RefusedBytes)} many servers and proxies refuse the whole response",
        > ServerTimingLint.RiskyBytes => $"over {Wording.Bytes(ServerTimingLint.RiskyBytes)} nginx as a proxy answers 502 unless told otherwise",
        _ => $"over {Wording.Bytes(ServerTimingLint.LargeBytes)} it competes with cookies for the room that proxies give all headers",
    };
}
