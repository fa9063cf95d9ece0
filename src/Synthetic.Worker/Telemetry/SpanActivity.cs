using System.Diagnostics;
using Synthetic.Core.Tracing;

namespace Synthetic.Worker.Telemetry;

/// <summary>Hands a finished span to whoever listens to <see cref="SourceName"/>.</summary>
internal static class SpanActivity
{
    /// <summary>The name of the source.</summary>
    public const string SourceName = "Synthetic";

    private static readonly ActivitySource Source = new(SourceName, Scheduling.WorkerLines.Version);

    public static void Send(Span span, string traceId)
    {
        var before = Activity.Current;
        var activity = KnownSpan.Start(parent => Source.CreateActivity(span.Name, span.Kind, parent, links: span.Links.Select(link => new ActivityLink(link))), traceId, span.Id, span.ParentId);
        if (activity is null)
            return;
        activity.SetStartTime(span.Start.UtcDateTime).SetEndTime(span.End.UtcDateTime);
        foreach (var (name, value) in span.Attributes)
            activity.SetTag(name, value);
        foreach (var happened in span.Events)
            activity.AddEvent(new ActivityEvent(happened.Name, happened.At, [.. happened.Attributes.Select(one => KeyValuePair.Create(one.Key, (object?)one.Value))]));
        if (span.Error is { } error)
            activity.SetStatus(ActivityStatusCode.Error, error);
        activity.Stop();
        Activity.Current = before;
    }
}
