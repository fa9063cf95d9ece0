using Serilog.Events;
using Serilog.Formatting;

namespace Synthetic.Worker.Logging;

/// <summary>Takes secrets out of finished lines, so that no line escapes it whatever made it.</summary>
/// <param name="lines">Makes the line.</param>
/// <param name="redact">Takes the secrets out.</param>
internal sealed class RedactedLines(ITextFormatter lines, Func<string, string> redact) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter();
        lines.Format(logEvent, line);
        output.Write(redact(line.ToString()));
    }
}
