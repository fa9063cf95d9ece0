using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Resources;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Core.Secrets;
using Synthetic.Core.Tracing;
using Synthetic.Tests.Diagnosing;
using Synthetic.Tests.Scheduling;
using Synthetic.Worker.Telemetry;

namespace Synthetic.Tests.Telemetry;

[NonParallelizable]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TraceSinkTests
{
    private readonly CapturedLog _log = new();
    private readonly Exporter _exporter = new();

    [TearDown]
    public void Forget() => _exporter.Dispose();

    [Test]
    public async Task EverySpanIsExportedAsTheRecordHasIt()
    {
        var record = new EvidenceBuilder().Clicks().Fetches(20, 400, "db;dur=350").Shows(440).StepBudget("response", 200).Record();
        using var sink = Sink();
        await sink.AcceptAsync(Report(record), CancellationToken.None);
        var trace = RunTrace.Of(record, new Redactor([]));
        Assert.That(_exporter.Exported.Select(one => (one.TraceId.ToHexString(), one.SpanId.ToHexString(), Parent(one), one.DisplayName, one.Kind)),
            Is.EqualTo(trace.Spans.Select(span => (trace.TraceId, span.Id, span.ParentId, span.Name, span.Kind))));
        Assert.That(_exporter.Exported.Select(one => (one.StartTimeUtc, one.StartTimeUtc + one.Duration)), Is.EqualTo(trace.Spans.Select(span => (span.Start.UtcDateTime, span.End.UtcDateTime))));
        Assert.That(_exporter.Exported[0].Events.Single().Name, Is.EqualTo("synthetic.budget.breached"));
        Assert.That(_exporter.Exported[0].TagObjects, Has.One.EqualTo(KeyValuePair.Create("synthetic.scenario", (object?)"place-order")));
        Assert.That(Activity.Current, Is.Null);
    }

    [Test]
    public async Task AReceiverThatIsAwayIsToldOfOnceAndOnceWhenItIsBack()
    {
        using var sink = Sink();
        foreach (var result in new[] { ExportResult.Failure, ExportResult.Failure, ExportResult.Success, ExportResult.Success })
        {
            _exporter.Result = result;
            await sink.AcceptAsync(Report(EvidenceBuilder.Header), CancellationToken.None);
        }
        Assert.That(_log.Names, Is.EqualTo(new[] { "traces.failed", "traces.recovered" }));
    }

    [Test]
    public async Task AMissedSlotAndARunThatWasReportedBeforeMakeNoTrace()
    {
        using var sink = Sink();
        await sink.AcceptAsync(Report(EvidenceBuilder.Header with { Status = RunStatus.Missed }), CancellationToken.None);
        await sink.AcceptAsync(Report(EvidenceBuilder.Header) with { WasReported = true }, CancellationToken.None);
        Assert.That(_exporter.Exported, Is.Empty);
    }

    [Test]
    public void WhatIsMeasuredInARunsContextPointsToItsOwnSpan()
    {
        using (RunContext.Enter(EvidenceBuilder.Header))
        {
            Assert.That(Activity.Current!.Recorded);
            Assert.That((Activity.Current.TraceId.ToHexString(), Activity.Current.SpanId.ToHexString()), Is.EqualTo((RunTrace.IdOf(EvidenceBuilder.Header), RunTrace.RootIdOf(EvidenceBuilder.Header))));
        }
        Assert.That(Activity.Current, Is.Null);
    }

    private TraceSink Sink() => new(_exporter, resource => resource.AddService("test"), new Redactor([]), _log);

    private static RunReport Report(RunRecord record) => new(new Scenario { Name = record.Scenario }, record, []);

    private static string? Parent(Activity activity) => activity.ParentSpanId == default ? null : activity.ParentSpanId.ToHexString();

    private sealed class Exporter : BaseExporter<Activity>
    {
        public ExportResult Result { get; set; } = ExportResult.Success;

        public List<Activity> Exported { get; } = [];

        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var one in batch)
                Exported.Add(one);
            return Result;
        }
    }
}
