using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Secrets;
using Synthetic.Core.Tracing;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Telemetry;

/// <summary>Exports each run as a trace. A receiver that is away costs a line when it goes and one when it is back, and the traces between.</summary>
internal sealed class TraceSink : IRunSink, IDisposable
{
    /// <summary>Spans in one message: well under the 4 MiB that gRPC receivers take by default.</summary>
    private const int MostInMessage = 500;

    private readonly BaseExporter<Activity> _exporter;
    private readonly Redactor _redactor;
    private readonly IEventLog _log;
    private readonly CollectedSpans _spans;
    private readonly TracerProvider _provider;
    private bool _away;

    /// <summary>Gets ready to export.</summary>
    /// <param name="exporter">Sends spans.</param>
    /// <param name="resource">Says who sends them.</param>
    /// <param name="redactor">Hides secrets.</param>
    /// <param name="log">Told when the receiver goes away and comes back.</param>
    public TraceSink(BaseExporter<Activity> exporter, Action<OpenTelemetry.Resources.ResourceBuilder> resource, Redactor redactor, IEventLog log)
    {
        (_exporter, _redactor, _log) = (exporter, redactor, log);
        _spans = new CollectedSpans(exporter);
        _provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(SpanActivity.SourceName)
            // Every run is sent, as its requests told their servers; a collector may sample.
            .SetSampler(new AlwaysOnSampler())
            .ConfigureResource(resource)
            .AddProcessor(_spans)
            .Build();
    }

    /// <inheritdoc/>
    public Task AcceptAsync(RunReport report, CancellationToken ct)
    {
        // A slot that nothing was run in took no time.
        if (!report.WasReported && report.Record.Status != RunStatus.Missed)
            Export(report.Record, ct);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _provider.Dispose();

    private void Export(RunRecord run, CancellationToken ct)
    {
        var trace = RunTrace.Of(run, _redactor);
        foreach (var span in trace.Spans)
            SpanActivity.Send(span, trace.TraceId);
        foreach (var message in _spans.Take().Chunk(MostInMessage))
        {
            ct.ThrowIfCancellationRequested();
            // It waits for the answer, on this sink's own thread.
            var arrived = _exporter.Export(new Batch<Activity>(message, message.Length)) == ExportResult.Success;
            Say(run, away: !arrived);
            if (!arrived)
                return;
        }
    }

    private void Say(RunRecord run, bool away)
    {
        if (_away == away)
            return;
        _away = away;
        _log.Write(away
            ? new WorkerEvent("traces.failed", LogLevel.Warning, $"the trace of run {run.RunId} could not be exported; those to come are tried, and nothing waits for them")
            : new WorkerEvent("traces.recovered", LogLevel.Information, $"traces are exported again, from run {run.RunId} on"));
    }

    /// <summary>Keeps the spans until their run is complete, so that what became of their export is known.</summary>
    private sealed class CollectedSpans(BaseExporter<Activity> exporter) : BaseExportProcessor<Activity>(exporter)
    {
        private List<Activity> _all = [];

        /// <summary>Gives all since the last time.</summary>
        public IReadOnlyList<Activity> Take()
        {
            var taken = _all;
            _all = [];
            return taken;
        }

        protected override void OnExport(Activity data) => _all.Add(data);
    }
}
