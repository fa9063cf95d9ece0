using Serilog.Events;
using Serilog.Formatting;
using Synthetic.Core.Basics;

namespace Synthetic.Worker.Logging;

/// <summary>Time, level and message for people.</summary>
/// <param name="coloured">Whether the level is coloured.</param>
/// <param name="redact">Takes secrets out of a text.</param>
internal sealed class TextLines(bool coloured, Func<string, string> redact) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        var entry = LogEntry.Of(logEvent, redact);
        output.Write(entry.Time.AsSpan("yyyy-MM-ddT".Length, "HH:mm:ss".Length));
        output.Write(' ');
        output.Write(coloured ? $"\e[{Colour(logEvent.Level)}m{entry.Level,-7}\e[0m" : $"{entry.Level,-7}");
        output.Write(' ');
        output.Write(PlainText.OneLine(entry.Source is null ? entry.Message : $"{entry.Source}: {entry.Message}"));
        output.Write('\n');
        foreach (var line in entry.Exception?.Split('\n') ?? [])
            output.Write($"         {PlainText.OneLine(line.TrimEnd('\r'))}\n");
    }

    private static string Colour(LogEventLevel level) => level switch
    {
        LogEventLevel.Information => "32",
        LogEventLevel.Warning => "33",
        LogEventLevel.Error or LogEventLevel.Fatal => "31",
        _ => "90",
    };
}
