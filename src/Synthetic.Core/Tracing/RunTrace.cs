using Synthetic.Core.Records;
using Synthetic.Core.Secrets;

namespace Synthetic.Core.Tracing;

/// <summary>A run as a trace: run, steps, interactions, requests, and the components of their servers. Pure: the same record makes the same trace.</summary>
/// <param name="TraceId">32 hexadecimal digits.</param>
/// <param name="Spans">The run's own first, each after its parent.</param>
public sealed record RunTrace(string TraceId, IReadOnlyList<Span> Spans)
{
    /// <summary>A run's trace.</summary>
    /// <param name="record">The run; without its evidence only the run's own span is made, since nothing tells the others' times.</param>
    /// <param name="secrets">What must not be in it, besides what records hide already.</param>
    public static RunTrace Of(RunRecord record, Redactor secrets)
    {
        ArgumentNullException.ThrowIfNull(record);
        var traceId = IdOf(record);
        return new RunTrace(traceId, [.. new RunSpans(record, traceId).All().Select(span => span.Without(secrets))]);
    }

    /// <summary>The id of a run's trace: the one its requests were made in, else the run's own id.</summary>
    public static string IdOf(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.TraceId ?? SpanIds.TraceOf(record.RunId);
    }

    /// <summary>The id of the run's own span.</summary>
    public static string RootIdOf(RunRecord record) => SpanIds.Of(IdOf(record), RunSpans.Root);
}
