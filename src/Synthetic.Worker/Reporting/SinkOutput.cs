using Microsoft.Extensions.Logging;
using Synthetic.Core.Reporting;
using Synthetic.Worker.Logging;

namespace Synthetic.Worker.Reporting;

/// <summary>One sink and the reports that wait for it.</summary>
internal sealed class SinkOutput(IRunSink sink, TimeProvider time, IEventLog log)
{
    private readonly OutputQueue _queue = new(time);

    /// <summary>Ends when the sink has taken every report so far.</summary>
    public Task Taken => _queue.Ended;

    /// <summary>Hands a report over, in its turn.</summary>
    public void Post(RunReport report)
    {
        if (_queue.Waiting >= OutputLimits.MostReports)
            Failed(report, new InvalidOperationException($"{OutputLimits.MostReports} reports wait for it already"));
        else
            _ = PostAsync(report);
    }

    /// <summary>Says what it has not taken when the worker ends.</summary>
    public void Close()
    {
        if (_queue.Waiting is > 0 and var waiting)
            log.Write(new WorkerEvent("sink.failed", LogLevel.Error, $"{sink.GetType().Name} had not taken {waiting} of the reports when the worker stopped"));
    }

    private async Task PostAsync(RunReport report)
    {
        if (await _queue.CallAsync(ct => sink.AcceptAsync(report, ct)) is { } error)
            Failed(report, error);
    }

    private void Failed(RunReport report, Exception error) =>
        log.Write(new WorkerEvent("sink.failed", LogLevel.Error, $"{sink.GetType().Name} did not take run {report.Record.RunId}: {error.Message}")
        {
            Exception = error,
        });
}
