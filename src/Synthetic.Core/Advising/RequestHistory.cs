using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Diagnosing.Windows;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Advising;

/// <summary>A run's requests, found by host and by address.</summary>
internal sealed class RequestHistory
{
    private readonly ILookup<string, Request> _byAuthority;
    private readonly Dictionary<string, double[]> _writes;
    private readonly Dictionary<string, IntervalIndex<Request>> _inFlight;
    private readonly Dictionary<(string Method, string Url), AskedBefore> _same;
    private readonly ILookup<string, DocumentEvidence> _documents;

    public RequestHistory(IReadOnlyList<Request> requests, IReadOnlyList<DocumentEvidence> documents)
    {
        _documents = documents.ToLookup(d => d.Id, StringComparer.Ordinal);
        _byAuthority = requests.Where(r => WebAddress.IsHttp(r.Url)).ToLookup(r => WebAddress.AuthorityOf(r.Url), StringComparer.Ordinal);
        _writes = _byAuthority.ToDictionary(
            host => host.Key, host => host.Where(r => !RequestMethods.OnlyRead(r.Method)).Select(r => r.Start).ToArray(), StringComparer.Ordinal);
        _inFlight = _byAuthority.ToDictionary(
            host => host.Key, host => new IntervalIndex<Request>(host.Where(r => r.Sent is not null && (r.End ?? r.FirstByte) is not null), r => r.Sent!.Value, r => (r.End ?? r.FirstByte)!.Value), StringComparer.Ordinal);
        _same = requests.Where(IsAnswered).GroupBy(KeyOf).ToDictionary(same => same.Key, same => new AskedBefore([.. same]));
    }

    /// <summary>Those to the same host and port, by start.</summary>
    public IEnumerable<Request> ToSameHost(Request request) => _byAuthority[WebAddress.AuthorityOf(request.Url)];

    /// <summary>When something was last written to its host before it was sent; negative infinity where nothing was.</summary>
    public double WrittenBefore(Request request)
    {
        if (!_writes.TryGetValue(WebAddress.AuthorityOf(request.Url), out var starts))
            return double.NegativeInfinity;
        var before = Ascending.Before(starts.Length, i => starts[i], request.Start);
        return before > 0 ? starts[before - 1] : double.NegativeInfinity;
    }

    /// <summary>The answered ones of the same method and address, query included.</summary>
    public AskedBefore SameAs(Request request) => _same.GetValueOrDefault(KeyOf(request)) ?? AskedBefore.Never;

    /// <summary>Whether another one to its host used a connection at an instant.</summary>
    public bool IsOtherInFlight(Request request, double instant) =>
        _inFlight.TryGetValue(WebAddress.AuthorityOf(request.Url), out var sent)
        && sent.In(instant, Math.BitIncrement(instant)).Take(2).Any(r => r.Id != request.Id);

    /// <summary>The documents that asked for it; empty where only the network saw it.</summary>
    public IEnumerable<DocumentEvidence> AskedBy(Request request) => request.DocumentId is { } id ? _documents[id] : [];

    /// <summary>Whether it came to an answer, and no redirect.</summary>
    public static bool IsAnswered(Request request) => request is { Error: null, End: not null, Status: (>= 200 and < 300) or 304 };

    public static (string Method, string Url) KeyOf(Request request) => (request.Method, WebAddress.WithoutFragment(request.Url));
}
