using System.Text.Json;
using Synthetic.Browser.Observing;

namespace Synthetic.Browser.Replaying;

/// <summary>A request that the browser holds until it is told what to do.</summary>
internal sealed record PausedRequest
{
    /// <summary>Bodies longer than this are not compared.</summary>
    private const int LongestBody = 64 * 1024;

    /// <summary>What stands for a body that is too long, or that the browser does not show.</summary>
    private const string Unseen = "\0";

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
    public bool IsHttp => Schemes.Network(Url);

    public static PausedRequest Of(JsonElement message)
    {
        var request = message.GetProperty("request");
        return new PausedRequest
        {
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
}
