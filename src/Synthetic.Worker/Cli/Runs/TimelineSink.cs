using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Terminal;
using Synthetic.Worker.Terminal.Runs;

namespace Synthetic.Worker.Cli.Runs;

/// <summary>Shows each run as a picture, in the place of its log line.</summary>
internal sealed class TimelineSink(Printer printer, IEventLog log) : IRunSink
{
    public Task AcceptAsync(RunReport report, CancellationToken ct)
    {
        // Its alerts say what the proof found. Of a missed slot there is nothing to show, and schedule.missed says why.
        if (!report.WasReported && report.Record.Status != RunStatus.Missed)
            printer.Write([.. RunView.Of(report.Record, printer.Screen), Line.Empty]);
        foreach (var alert in report.Alerts)
            log.Write(AlertLine.Of(alert));
        return Task.CompletedTask;
    }
}
