using Synthetic.Core.Basics;
using Synthetic.Core.Scenarios;

namespace Synthetic.Browser.Tracing;

/// <summary>The origins whose requests carry a run's trace context: that of the scenario's address, and those that the scenario names.</summary>
internal sealed class TracedOrigins
{
    private TracedOrigins(IEnumerable<Uri> urls) => All = [.. urls.Where(WebAddress.IsHttp).Select(Text).Distinct()];

    /// <summary>All of them, as the browser writes origins.</summary>
    public IReadOnlyList<string> All { get; }

    public static TracedOrigins Of(Scenario scenario) =>
        new(!scenario.Trace.Send ? [] : scenario.BaseUrl is { } own ? scenario.Trace.Origins.Prepend(own) : scenario.Trace.Origins);

    /// <summary>Whether a request goes to one of them.</summary>
    public bool Hold(string url) => All.Contains(WebAddress.OriginOf(url), StringComparer.Ordinal);

    private static string Text(Uri url) => $"{url.Scheme}://{(url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost)}{(url.IsDefaultPort ? "" : $":{url.Port}")}";
}
