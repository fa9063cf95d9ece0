using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.Evidence;

namespace Synthetic.Core.Advising;

/// <summary>A run's requests, found by host and by address.</summary>
internal sealed class RequestHistory
{
    private readonly ILookup<string, Request> _byAuthority;
    private readonly ILookup<(string Method, string Url), Request> _same;

    private readonly ILookup<string, DocumentEvidence> _documents;

    public RequestHistory(IReadOnlyList<Request> requests, IReadOnlyList<DocumentEvidence> documents)
    {
        _documents = documents.ToLookup(d => d.Id, StringComparer.Ordinal);
        _byAuthority = requests.Where(r => WebAddress.IsHttp(r.Url)).ToLookup(r => WebAddress.AuthorityOf(r.Url), StringComparer.Ordinal);
        _same = requests.ToLookup(KeyOf);
    }

    /// <summary>Those to the same host and port, by start.</summary>
    public IEnumerable<Request> ToSameHost(Request request) => _byAuthority[WebAddress.AuthorityOf(request.Url)];

    /// <summary>Those of the same method and address, query included, by start.</summary>
    public IEnumerable<Request> SameAs(Request request) => _same[KeyOf(request)];

    /// <summary>The documents that asked for it; empty where only the network saw it.</summary>
    public IEnumerable<DocumentEvidence> AskedBy(Request request) => request.DocumentId is { } id ? _documents[id] : [];

    /// <summary>Whether it came to an answer, and no redirect.</summary>
    public static bool IsAnswered(Request request) => request is { Error: null, End: not null, Status: (>= 200 and < 300) or 304 };

    public static (string Method, string Url) KeyOf(Request request) => (request.Method, WebAddress.WithoutFragment(request.Url));
}
