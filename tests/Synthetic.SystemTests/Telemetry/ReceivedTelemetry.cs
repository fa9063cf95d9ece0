namespace Synthetic.SystemTests.Telemetry;

/// <summary>A span as a receiver got it.</summary>
internal sealed record ReceivedSpan(
    string Service, string TraceId, string Id, string ParentId, string Name, ulong Kind, ulong Start, ulong End, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>The kinds that <c>trace.proto</c> numbers.</summary>
    public const ulong Server = 2, Client = 3;

    /// <summary>Reads an <c>ExportTraceServiceRequest</c> of opentelemetry-proto 1.x.</summary>
    public static IEnumerable<ReceivedSpan> Of(WireMessage request) =>
        from resource in request.Messages(1)
        let service = Otlp.Attributes(resource.Message(1)!, 1).GetValueOrDefault("service.name", "")
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select new ReceivedSpan(service, span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), span.Number(6), span.Number(7), span.Number(8), Otlp.Attributes(span, 9));
}

/// <summary>A metric as a receiver got it.</summary>
/// <param name="Service">Who sent it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Points">The attributes of each of its points.</param>
/// <param name="ExemplarTraces">The traces that its exemplars point to, with the span.</param>
internal sealed record ReceivedMetric(
    string Service, string Name, string Unit, IReadOnlyList<IReadOnlyDictionary<string, string>> Points, IReadOnlyList<(string TraceId, string SpanId)> ExemplarTraces)
{
    /// <summary>Reads an <c>ExportMetricsServiceRequest</c> of opentelemetry-proto 1.x.</summary>
    public static IEnumerable<ReceivedMetric> Of(WireMessage request) =>
        from resource in request.Messages(1)
        let service = Otlp.Attributes(resource.Message(1)!, 1).GetValueOrDefault("service.name", "")
        from scope in resource.Messages(2)
        from metric in scope.Messages(2)
        let histogram = metric.Message(9)
        let points = (histogram ?? metric.Message(7) ?? metric.Message(5))!.Messages(1).ToArray()
        select new ReceivedMetric(
            service, metric.Text(1), metric.Text(3),
            [.. points.Select(point => Otlp.Attributes(point, histogram is null ? 7 : 9))],
            [.. points.SelectMany(point => point.Messages(histogram is null ? 5 : 8)).Select(exemplar => (exemplar.Hex(5), exemplar.Hex(4)))]);
}

/// <summary>What both have in common.</summary>
internal static class Otlp
{
    /// <summary>The attributes in a repeated field of <c>KeyValue</c>; every value as text.</summary>
    public static IReadOnlyDictionary<string, string> Attributes(WireMessage message, int field) =>
        message.Messages(field).ToDictionary(pair => pair.Text(1), pair => pair.Message(2) is { } value ? TextOf(value) : "");

    private static string TextOf(WireMessage value) => value.Has(1) ? value.Text(1)
        : value.Has(2) ? $"{value.Number(2) == 1}"
        : value.Has(3) ? $"{value.Number(3)}"
        : value.Has(4) ? $"{value.Double(4)}"
        : string.Join(';', value.Message(5)?.Messages(1).Select(TextOf) ?? []);
}
