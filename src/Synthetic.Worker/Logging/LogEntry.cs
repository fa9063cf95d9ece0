using Serilog.Events;
using Synthetic.Core.Basics;

namespace Synthetic.Worker.Logging;

/// <summary>A log event as both formats need it: the worker's own, or a library's.</summary>
internal sealed record LogEntry(string Time, string Level, string Event, string Message, WorkerEvent? Own, string? Source, string? Exception)
{
    private const int LongestMessage = 4_000;
    private const int LongestException = 16_000;

    /// <param name="entry">The event.</param>
    /// <param name="redact">Takes secrets out of a text, before it is cut: half of one would not be found any more.</param>
    public static LogEntry Of(LogEvent entry, Func<string, string> redact)
    {
        var own = EventLog.In(entry);
        return new LogEntry(
            entry.Timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
            LevelName(entry.Level),
            own?.Name ?? "log",
            PlainText.Cut(redact(own?.Message ?? entry.RenderMessage()), LongestMessage),
            own,
            own is null ? SourceOf(entry) : null,
            entry.Exception is null ? null : PlainText.Cut(redact(entry.Exception.ToString()), LongestException));
    }

    private static string LevelName(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose or LogEventLevel.Debug => "debug",
        LogEventLevel.Information => "info",
        LogEventLevel.Warning => "warning",
        LogEventLevel.Error => "error",
        _ => "fatal",
    };

    private static string? SourceOf(LogEvent entry) =>
        entry.Properties.TryGetValue("SourceContext", out var value) ? (value as ScalarValue)?.Value as string : null;
}
