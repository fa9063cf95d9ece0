using Microsoft.Extensions.Logging;
using Serilog.Events;

namespace Synthetic.Worker.Logging;

/// <summary>Hands events to Serilog whole: their text is never read as a template.</summary>
internal sealed class EventLog(Serilog.ILogger logger, TimeProvider time) : IEventLog
{
    private const string Property = "WorkerEvent";

    public void Write(WorkerEvent what) => logger.Write(new LogEvent(
        time.GetUtcNow(),
        LevelOf(what.Level),
        what.Exception,
        MessageTemplate.Empty,
        [new LogEventProperty(Property, new ScalarValue(what))]));

    /// <summary>The worker's own event inside a log event; <c>null</c> for what libraries log.</summary>
    public static WorkerEvent? In(LogEvent entry) =>
        entry.Properties.TryGetValue(Property, out var value) ? (value as ScalarValue)?.Value as WorkerEvent : null;

    private static LogEventLevel LevelOf(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => LogEventLevel.Debug,
        LogLevel.Information => LogEventLevel.Information,
        LogLevel.Warning => LogEventLevel.Warning,
        LogLevel.Critical => LogEventLevel.Fatal,
        _ => LogEventLevel.Error,
    };
}
