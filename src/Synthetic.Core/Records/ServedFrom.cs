namespace Synthetic.Core.Records;

/// <summary>Where a response was served from, as far as its Server-Timing says; at least one of cache and place is known.</summary>
public sealed record ServedFrom
{
    /// <summary>What the cache that was asked said, as it said it, in small letters: <c>hit</c>, <c>miss</c>, <c>hit-front</c>, <c>dynamic</c>; absent where that is not known.</summary>
    public string? Cache { get; init; }

    /// <summary>The point of presence, region or host: <c>PHX50-C2</c>; at most 64 letters, digits and <c>._-</c>; absent where that is not known.</summary>
    public string? Place { get; init; }

    /// <summary>Whose they are: <c>cloudflare</c>, <c>cloudfront</c>, <c>akamai</c>, <c>fastly</c>, <c>atlassian</c>, <c>wordpress.com</c>; absent where the header does not tell.</summary>
    public string? By { get; init; }

    /// <summary>As a sentence goes on: <c>by CloudFront PHX50-C2, cache miss</c>.</summary>
    public override string ToString()
    {
        var cache = Cache is null ? "" : $", cache {Cache}";
        return (By, Place) switch
        {
            (null, null) => $"with cache state {Cache}",
            (null, { } place) => $"from {place}{cache}",
            ({ } by, null) => $"by {Named(by)}{cache}",
            ({ } by, { } place) => $"by {Named(by)} {place}{cache}",
        };
    }

    private static string Named(string by) => by switch
    {
        "cloudflare" => "Cloudflare",
        "cloudfront" => "CloudFront",
        "akamai" => "Akamai",
        "fastly" => "Fastly",
        "atlassian" => "Atlassian",
        "wordpress.com" => "WordPress.com",
        _ => by,
    };
}
