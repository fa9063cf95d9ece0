using System.Diagnostics;
using System.Globalization;
using Synthetic.Core.Basics;
using Synthetic.Core.Diagnosing.Requests;
using Synthetic.Core.ServerTiming;

namespace Synthetic.Core.Tracing;

/// <summary>The spans of one request and what its server says of it.</summary>
internal static class RequestSpans
{
    /// <summary>The metric that names a span of the server: <c>traceparent;desc="00-…"</c>.</summary>
    private const string TraceParent = "traceparent";

    private const int LongestHeader = 4096;

    public static IEnumerable<Span> Of(Request request, string traceId, string parentId, DateTimeOffset lastEnd, Func<double, DateTimeOffset> at)
    {
        var (sentId, links) = Contexts(request, traceId);
        var id = sentId ?? SpanIds.Of(traceId, $"request/{request.Id}");
        var start = at(request.Start);
        // One that was never answered was still under way when the run ended.
        var end = (request.End ?? request.FirstByte) is { } known ? at(known) : lastEnd;
        yield return new Span
        {
            Id = id,
            ParentId = parentId,
            // By the semantic conventions: an address would make a name of every order.
            Name = request.Method,
            Kind = ActivityKind.Client,
            Start = start,
            End = end < start ? start : end,
            Attributes = AttributesOf(request).All,
            Links = links,
            Error = request.Error ?? (request.Status >= 400 ? $"{request.Status}" : null),
        };
        foreach (var (n, (metric, from, ms)) in ComponentPlaces.Of(request).Index())
            yield return Component(metric, SpanIds.Of(traceId, $"request/{request.Id}/component/{n}"), id, at(from), at(from + ms));
    }

    private static Attributes AttributesOf(Request request)
    {
        var (address, port) = TracedUrl.ServerOf(request.Url);
        var attributes = new Attributes
        {
            { "http.request.method", request.Method },
            { "url.full", TracedUrl.Of(request.Url) },
            { "server.address", address },
            { "server.port", port },
            { "http.response.status_code", request.Status },
            { "http.response.body.size", request.Bytes },
            { "user_agent.synthetic.type", "test" },
            { "error.type", request.Error ?? (request.Status >= 400 ? request.Status.Value.ToString(CultureInfo.InvariantCulture) : null) },
            { "synthetic.request.id", (long)request.Id },
            { "synthetic.request.initiator", request.Initiator },
            { "synthetic.request.third_party", request.ThirdParty },
            { "synthetic.request.ttfb_ms", request.FirstByte is { } byte1 ? Milliseconds.Round(byte1 - request.Start) : null },
        };
        if (request.Exchange is { ServerTiming: { Count: > 0 } header })
            attributes.Add("http.response.header.server-timing", [.. header.Select(field => PlainText.Cut(field, LongestHeader))]);
        return attributes;
    }

    private static Span Component(ServerTimingMetric metric, string id, string parentId, DateTimeOffset from, DateTimeOffset to) => new()
    {
        Id = id,
        ParentId = parentId,
        Name = metric.Name,
        Start = from,
        End = to,
        Attributes = new Attributes
        {
            { "synthetic.component", metric.Name },
            { "synthetic.component.description", metric.Description.Length > 0 ? metric.Description : null },
            { "synthetic.component.duration_ms", metric.Ms },
            // The header tells how long, and never when.
            { "synthetic.component.placement", "inferred" },
        }.All,
    };

    /// <summary>The id that the request told its server, and the other traces that it belongs to: its page's own, and what the server answers.</summary>
    private static (string? SentId, IReadOnlyList<ActivityContext> Links) Contexts(Request request, string traceId)
    {
        string? sentId = null;
        var links = new List<ActivityContext>();
        if (ActivityContext.TryParse(request.Exchange?.TraceParent, null, out var sent))
        {
            if (sent.TraceId.ToHexString() == traceId)
                sentId = sent.SpanId.ToHexString();
            else
                links.Add(sent);
        }
        foreach (var metric in request.ServerTiming.Where(IsContext))
        {
            if (ActivityContext.TryParse(metric.Description, null, out var told))
                links.Add(told);
        }
        return (sentId, links);
    }

    internal static bool IsContext(ServerTimingMetric metric) => metric.Name.Equals(TraceParent, StringComparison.OrdinalIgnoreCase);
}
