using System.Text.Json;
using Microsoft.Playwright;
using Synthetic.Core.Basics;

namespace Synthetic.Browser.Replaying;

/// <summary>A request that the browser holds until it is told what to do.</summary>
internal sealed record PausedRequest
{
    /// <summary>Bodies longer than this are not compared.</summary>
    private const int LongestBody = 64 * 1024;

    /// <summary>The protocol's reason for an answer that breaks off.</summary>
    public const string Failed = "Failed";

    /// <summary>The protocol's reason for a request that is not to be sent.</summary>
    public const string Blocked = "BlockedByClient";

    /// <summary>What stands for a body that is too long, or that the browser does not show.</summary>
    private const string Unseen = "\0";

    /// <summary>The session that it was held in.</summary>
    public required ICDPSession Session { get; init; }

    /// <summary>The browser's name for it.</summary>
    public required string Id { get; init; }

    /// <summary>The network layer's name for it and for what it is redirected to; <c>null</c> where the page's session does not see it.</summary>
    public string? NetworkId { get; init; }

    public required string Method { get; init; }

    public required string Url { get; init; }

    /// <summary>What it carries; <c>null</c> for nothing.</summary>
    public string? Sent { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it only asks whether another may be sent.</summary>
    public bool IsPreflight => Method == "OPTIONS" && Headers.ContainsKey("Access-Control-Request-Method");

    /// <summary>Whether it goes over a network at all.</summary>
    public bool IsHttp => WebAddress.IsHttp(Url);

    public static PausedRequest Of(ICDPSession session, JsonElement message)
    {
        var request = message.GetProperty("request");
        return new PausedRequest
        {
            Session = session,
            Id = message.GetProperty("requestId").GetString()!,
            NetworkId = message.TryGetProperty("networkId", out var network) ? network.GetString() : null,
            Method = request.GetProperty("method").GetString()!,
            Url = request.GetProperty("url").GetString()!,
            Sent = request.TryGetProperty("postData", out var body) ? Comparable(body.GetString())
                : request.TryGetProperty("hasPostData", out var has) && has.GetBoolean() ? Unseen : null,
            Headers = request.GetProperty("headers").EnumerateObject()
                .DistinctBy(h => h.Name, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(h => h.Name, h => h.Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>A body as two runs can be compared by it.</summary>
    public static string? Comparable(string? body) => body is { Length: > LongestBody } ? Unseen : body;

    /// <summary>Lets a request fail for one of the protocol's reasons.</summary>
    public static Task RefuseAsync(ICDPSession session, string id, string reason) =>
        session.SendAsync("Fetch.failRequest", new Dictionary<string, object> { ["requestId"] = id, ["errorReason"] = reason });

    /// <summary>Lets it fail for one of the protocol's reasons.</summary>
    public Task RefuseAsync(string reason) => RefuseAsync(Session, Id, reason);

    /// <summary>Lets it go to its server.</summary>
    public Task ContinueAsync() => Session.SendAsync("Fetch.continueRequest", new Dictionary<string, object> { ["requestId"] = Id });

    /// <summary>Answers it.</summary>
    public Task FulfilAsync(int status, IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte>? content)
    {
        var answer = new Dictionary<string, object>
        {
            ["requestId"] = Id,
            ["responseCode"] = status,
            // The browser refuses status codes that it has no phrase for, unless one is given.
            ["responsePhrase"] = "Replayed",
            ["responseHeaders"] = headers.Select(h => new Dictionary<string, object> { ["name"] = h.Key, ["value"] = h.Value }).ToArray(),
        };
        if (content is { Length: > 0 } body)
            answer["body"] = Convert.ToBase64String(body.Span);
        return Session.SendAsync("Fetch.fulfillRequest", answer);
    }
}
