using Synthetic.Worker.Logging;
using Synthetic.Worker.Scheduling;
using Synthetic.Worker.Terminal;

namespace Synthetic.Worker.Cli;

/// <summary>Shows each run as a picture, in the place of its log line.</summary>
internal sealed class PictureSink(Printer printer, IEventLog log) : IRunSink
{
    public Task AcceptAsync(RunReport report, CancellationToken ct)
    {
        printer.Write([.. RunView.Of(report.Record, printer.Screen), Line.Empty]);
        foreach (var alert in report.Alerts)
            log.Write(AlertLine.Of(alert));
        return Task.CompletedTask;
    }
}
