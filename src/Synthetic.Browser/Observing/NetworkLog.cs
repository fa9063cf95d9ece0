using System.Collections.Concurrent;
using Microsoft.Playwright;
using Synthetic.Core.Basics;
using Synthetic.Core.Evidence;

namespace Synthetic.Browser.Observing;

/// <summary>Notes every request as the network layer sees it: the only place that has headers which the page may not read.</summary>
/// <remarks>Every request is counted; only the first ones are kept, so that a page without end stays within bounds.</remarks>
internal sealed class NetworkLog
{
    /// <summary>How often to look whether answers are over.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<IRequest, NotedRequest> _kept = new();
    private readonly TimeProvider _time;
    private int _count;
    private int _writes;

    /// <summary>Listens to a context.</summary>
    /// <param name="context">The context, before any of its pages is opened.</param>
    /// <param name="time">The clock.</param>
    /// <param name="limit">How many requests are kept a run. More come from a page out of hand.</param>
    public NetworkLog(IBrowserContext context, TimeProvider time, int limit = 3000)
    {
        (_time, Limit) = (time, limit);
        context.Request += (_, request) => Begin(request);
        // Not when the request has finished: it never does where the page does not read the body.
        context.Response += (_, response) => KeptOf(response.Request)?.Answer(response);
        context.RequestFinished += (_, request) => KeptOf(request)?.End();
        context.RequestFailed += (_, request) => KeptOf(request)?.End();
    }

    /// <summary>How many requests are kept; those that come later are only counted.</summary>
    public int Limit { get; }

    /// <summary>How many requests there were so far, kept or not.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How many requests there were so far that may change something on their server, kept or not.</summary>
    public int Writes => Volatile.Read(ref _writes);

    /// <summary>Whether a server sends events to a page at the moment.</summary>
    public bool StreamsEvents => _kept.Values.Any(n => n.StreamsEvents);

    /// <summary>Whether a script is on its way to a page.</summary>
    public bool LoadsScripts => _kept.Values.Any(n => n.LoadsScript);

    /// <summary>Whether a server has yet to answer for a page.</summary>
    public bool AwaitsPage => _kept.Values.Any(n => n.AwaitsPage);

    /// <summary>Waits until the answers to the requests after the first <paramref name="count"/> that have begun are over, and no longer than it may take.</summary>
    public async Task AnswersEndAsync(int count, TimeSpan atMost, CancellationToken ct)
    {
        for (var from = _time.GetTimestamp(); _time.GetElapsedTime(from) < atMost && _kept.Values.Any(n => n.Number > count && n.IsOpen);)
            await Task.Delay(Look, _time, ct);
    }

    /// <summary>Whether a server has yet to answer for what takes a page's place.</summary>
    public bool IsLeaving(IPage page) => _kept.Values.Any(n => n.AwaitsPage && n.IsOf(page.MainFrame));

    /// <summary>How many of the requests after the first <paramref name="count"/> are not kept.</summary>
    public int LeftOutAfter(int count) => Math.Max(0, Count - Math.Max(count, Limit));

    /// <summary>Everything that was kept so far.</summary>
    public IReadOnlyList<NetworkExchange> Read(double originEpochMs) =>
        [.. _kept.Values.OrderBy(n => n.Number).Select(n => n.ToExchange(originEpochMs))];

    /// <summary>What was kept of the requests after the first <paramref name="count"/>, in order, with what is known of each.</summary>
    public IReadOnlyList<(IRequest Request, NetworkExchange Exchange)> After(int count, double originEpochMs) =>
        [.. _kept.Where(n => n.Value.Number > count).OrderBy(n => n.Value.Number).Select(n => (n.Key, n.Value.ToExchange(originEpochMs)))];

    /// <summary>What went wrong, or did not end, among the requests after the first <paramref name="count"/>: for messages.</summary>
    public IReadOnlyList<string> TroublesAfter(int count) =>
    [
        .. from noted in _kept.Values
           where noted.Number > count
           let trouble = noted.Trouble()
           where trouble is not null
           orderby trouble.Value.Rank, noted.Number
           select trouble.Value.Text,
    ];

    /// <summary>Where pages were redirected to among the requests after the first <paramref name="count"/>, each address once.</summary>
    public IReadOnlyList<string> RedirectsAfter(int count) =>
        [.. _kept.Values.Where(n => n.Number > count).OrderBy(n => n.Number).Select(n => n.RedirectsPageTo).OfType<string>().Distinct()];

    /// <summary>Learns what a header of the requests to some addresses was, as it was sent; those that do not tell stay as they are.</summary>
    public Task ReadTraceParentsAsync(string header, Func<string, bool> to) =>
        Task.WhenAll(_kept.Values.Where(n => to(n.Url)).Select(n => n.ReadTraceParentAsync(header)));

    private void Begin(IRequest request)
    {
        if (!WebAddress.IsHttp(request.Url))
            return;
        var number = Interlocked.Increment(ref _count);
        if (!RequestMethods.OnlyRead(request.Method))
            Interlocked.Increment(ref _writes);
        if (number <= Limit)
            _kept.TryAdd(request, new NotedRequest(number, request, _time.GetUtcNow()));
    }

    private NotedRequest? KeptOf(IRequest request) => _kept.GetValueOrDefault(request);
}
