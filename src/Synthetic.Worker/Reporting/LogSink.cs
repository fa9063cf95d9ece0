using Synthetic.Core.Reporting;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Reporting;

/// <summary>Writes a run's line, and those of the alerts it led to.</summary>
internal sealed class LogSink(IEventLog log) : IRunSink
{
    public Task AcceptAsync(RunReport report, CancellationToken ct)
    {
        if (!report.WasReported)
            log.Write(RunLine.Of(report.Record));
        foreach (var alert in report.Alerts)
            log.Write(AlertLine.Of(alert));
        return Task.CompletedTask;
    }
}
