using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Synthetic.Browser.Tracing;

/// <summary>Gives each request to a traced origin a <c>traceparent</c> header: the run's trace, and a span id of its own.</summary>
/// <remarks>
/// By the protocol's interception of just those addresses: extra headers go to every origin, and the driver's routes switch the browser's
/// cache off. Whether a page of another origin has to ask for leave first (CORS) is decided before, by the headers that the page gave. Which id a request got is read back from what was sent, so that nothing here has to be matched with anything.
/// </remarks>
internal sealed class TraceHeaders(string traceId, TracedOrigins origins)
{
    /// <summary>The header's name.</summary>
    public const string Name = "traceparent";

    /// <summary>Holds the requests of one target from now on, for as long as it takes to add the header.</summary>
    public async Task AttachAsync(ICDPSession session)
    {
        if (origins.All.Count == 0)
            return;
        session.Event("Fetch.requestPaused").OnEvent += (_, message) =>
        {
            if (message is { } m)
                BackgroundTask.Ignore(ContinueAsync(session, m));
        };
        await session.SendAsync("Fetch.enable", new Dictionary<string, object>
        {
            ["patterns"] = origins.All.Select(origin => new Dictionary<string, object> { ["urlPattern"] = $"{origin}/*", ["requestStage"] = "Request" }).ToArray(),
        });
    }

    private Task ContinueAsync(ICDPSession session, JsonElement message)
    {
        var proceed = new Dictionary<string, object> { ["requestId"] = message.GetProperty("requestId").GetString()! };
        if (HeadersFor(message.GetProperty("request")) is { } headers)
            proceed["headers"] = headers;
        return session.SendAsync("Fetch.continueRequest", proceed);
    }

    /// <summary>All that a request is sent with, ours included; <c>null</c> where it is to go as it is.</summary>
    private List<Dictionary<string, object>>? HeadersFor(JsonElement request)
    {
        var headers = new List<Dictionary<string, object>>();
        foreach (var header in request.GetProperty("headers").EnumerateObject())
        {
            if (header.NameEquals(Name) || header.NameEquals("Access-Control-Request-Method"))
                // The page traces its requests itself, or this one only asks for leave.
                return null;
            headers.Add(Header(header.Name, header.Value.GetString() ?? ""));
        }
        headers.Add(Header(Name, $"00-{traceId}-{ActivitySpanId.CreateRandom()}-01"));
        return headers;
    }

    private static Dictionary<string, object> Header(string name, string value) => new() { ["name"] = name, ["value"] = value };
}
