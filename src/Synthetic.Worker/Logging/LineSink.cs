using System.Text;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Synthetic.Worker.Logging;

/// <summary>Writes each event in one piece and at once. A reader that goes away is no reason to stop watching.</summary>
/// <param name="formatter">Makes the line.</param>
/// <param name="output">Where it goes; closed with the sink.</param>
/// <param name="redact">Takes secrets out of the finished line.</param>
internal sealed class LineSink(ITextFormatter formatter, Stream output, Func<string, string> redact) : ILogEventSink, IDisposable
{
    private readonly Lock _gate = new();
    private bool _gone;

    public void Emit(LogEvent logEvent)
    {
        using var text = new StringWriter();
        formatter.Format(logEvent, text);
        var line = Encoding.UTF8.GetBytes(redact(text.ToString()));
        lock (_gate)
        {
            if (_gone)
                return;
            try
            {
                output.Write(line);
                output.Flush();
            }
            catch (Exception error) when (error is IOException or ObjectDisposedException)
            {
                // EPIPE and the like: nobody reads any more, and there is nowhere to say so.
                _gone = true;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _gone = true;
        output.Dispose();
    }
}
