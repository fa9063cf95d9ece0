using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Scheduling;

/// <summary>Writes a run's lines.</summary>
internal sealed class LogSink(IEventLog log) : IRunSink
{
    public Task AcceptAsync(RunReport report, CancellationToken ct)
    {
        log.Write(RunLine.Of(report.Record));
        return AcceptProofAsync(report, ct);
    }

    public Task AcceptProofAsync(RunReport report, CancellationToken ct)
    {
        foreach (var alert in report.Alerts)
            log.Write(AlertLine.Of(alert));
        return Task.CompletedTask;
    }
}
