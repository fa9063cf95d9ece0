using Synthetic.Core.Basics;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Tracing;

/// <summary>The origins whose requests carry a run's trace context: that of the scenario's address, and those that the scenario names.</summary>
internal sealed class TracedOrigins
{
    private readonly HashSet<string> _named;

    private TracedOrigins(string? own, IEnumerable<string> named)
    {
        _named = [.. named];
        All = [.. _named.Union(own is null ? [] : [own])];
    }

    /// <summary>All of them, as the browser writes origins.</summary>
    public IReadOnlyList<string> All { get; }

    public static TracedOrigins Of(Scenario scenario) => scenario.Trace.Send
        ? new(scenario.BaseUrl is { } url && WebAddress.IsHttp(url) ? Text(url) : null, scenario.Trace.Origins.Select(Text))
        : new(null, []);

    /// <summary>Whether a request goes to one of them.</summary>
    public bool Hold(string url) => All.Contains(WebAddress.OriginOf(url), StringComparer.Ordinal);

    /// <summary>
    /// Whether one may be given a header of ours. A page of another origin would have to ask for leave first, a request that it would not make
    /// without us: only where the scenario names the origin.
    /// </summary>
    /// <param name="url">Where it goes.</param>
    /// <param name="asking">The origin that asks, as the request names it; <c>null</c> where it names none.</param>
    public bool MayCarry(string url, string? asking) =>
        WebAddress.OriginOf(url) is var to && (asking is null || asking == to || _named.Contains(to));

    private static string Text(Uri url) => $"{url.Scheme}://{(url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost)}{(url.IsDefaultPort ? "" : $":{url.Port}")}";
}
