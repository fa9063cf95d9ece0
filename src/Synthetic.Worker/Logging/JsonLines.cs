using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Serilog.Events;
using Serilog.Formatting;

namespace Synthetic.Worker.Logging;

/// <summary>One flat JSON object a line. JSON escapes every control character and line separator, so that no text can forge a line.</summary>
/// <param name="redact">Takes secrets out of a text.</param>
internal sealed class JsonLines(Func<string, string> redact) : ITextFormatter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Format(LogEvent logEvent, TextWriter output)
    {
        var entry = LogEntry.Of(logEvent, redact);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", entry.Time);
            json.WriteString("level", entry.Level);
            json.WriteString("event", entry.Event);
            json.WriteString("message", entry.Message);
            if (entry.Source is not null)
                json.WriteString("source", entry.Source);
            entry.Own?.Fields?.Invoke(json);
            if (entry.Exception is not null)
                json.WriteString("exception", entry.Exception);
            json.WriteEndObject();
        }
        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        output.Write('\n');
    }
}
