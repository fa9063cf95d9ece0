using System.Collections.Frozen;

namespace Synthetic.Core.ServerTiming;

/// <summary>
/// What metrics of systems in use mean, where neither their names nor their numbers tell. Names are compared without case; what is
/// not listed here is judged by its numbers alone.
/// </summary>
internal static class MetricVocabulary
{
    /// <summary>Names that many servers give to the whole of their work.</summary>
    private static readonly string[] GeneralTotals = ["total", "overall", "request", "response"];

    /// <summary>Those of them that also name one step among others: PostgREST's <c>response</c>.</summary>
    private static readonly FrozenSet<string> PerhapsSteps = Set("request", "response");

    /// <summary>Names that may mean the whole, or one part beside others: their numbers decide.</summary>
    private static readonly FrozenSet<string> PerhapsTotals = Set("app", "application", "server", "backend", "handler", "processing");

    private static readonly FrozenSet<string> Totals = Set(
    [
        .. GeneralTotals,
        // Ruby on Rails, https://guides.rubyonrails.org/active_support_instrumentation.html
        "process_action.action_controller",
        // Django Debug Toolbar, https://django-debug-toolbar.readthedocs.io/en/latest/panels.html
        "TimerPanel_total_time",
        // WordPress Performance Lab, https://github.com/WordPress/performance
        "wp-total",
        // Amazon CloudFront, https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
        "cdn-downstream-fbl",
        // Cloudflare's speed test, and what it was called later; Atlassian's edge; Fastly's time.elapsed
        "cfRequestDuration", "cfReqDur", "atl-edge", "time-elapsed",
    ]);

    private static readonly FrozenDictionary<string, string> Parents = new Dictionary<string, string>
    {
        // Django Debug Toolbar: user and system time make up the processor's.
        ["TimerPanel_utime"] = "TimerPanel_total",
        ["TimerPanel_stime"] = "TimerPanel_total",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Ids = Set(
        // W3C Trace Context, https://www.w3.org/TR/trace-context/; B3; Sentry; Dynatrace; Cloudflare; Akamai's ak_p has one in its description.
        "traceparent", "tracestate", "baggage", "sentry-trace", "trace-id", "traceid", "request-id", "requestID", "b3", "intid",
        "dtRpid", "dtSInfo", "dtTao", "cfL4", "ak_p", "cdn-rid",
        // Shopify: the visitor and the visit.
        "_y", "_s");

    private static readonly FrozenSet<string> VisitorIds = Set("_y", "_s");

    private static readonly FrozenSet<string> NoSteps = Set(
        // WordPress: bytes and counts, and the part of wp-before-template up to the plugins' own hooks.
        "wp-memory-usage", "wp-memory-peak", "wp-db-queries", "wp-ext-obj-cache", "wp-files-loaded", "wp-cache-hits", "wp-cache-misses", "wp-bootstrap",
        // Fastly: an instant.
        "time-start-msec");

    /// <summary>Whether a metric is the whole of a server's work, by its name alone.</summary>
    public static bool IsTotal(string name) => Totals.Contains(name);

    /// <summary>Whether a metric may be the whole: only where its numbers bear it out.</summary>
    public static bool MayBeTotal(string name) => PerhapsTotals.Contains(name);

    /// <summary>Whether a name says only that the server worked, and not at what.</summary>
    public static bool IsUnspecific(string name) => MayBeTotal(name) || GeneralTotals.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name that says no more than that the server worked may still be one step among others.</summary>
    public static bool MayBeStep(string name) => PerhapsSteps.Contains(name);

    /// <summary>The metric that one is always a part of; <c>null</c> for none.</summary>
    public static string? ParentOf(string name) => Parents.GetValueOrDefault(name);

    /// <summary>Whether metrics of a name carry an id, whatever value looks like time.</summary>
    public static bool IsId(string name) => Ids.Contains(name);

    /// <summary>Whether metrics of a name tell one visitor from another.</summary>
    public static bool IdentifiesVisitor(string name) => VisitorIds.Contains(name);

    /// <summary>Whether what looks like a duration is an id, a count, a size, or a part of another's time that is no step of its own.</summary>
    public static bool IsNoTime(string name) => IsId(name) || NoSteps.Contains(name);

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
