using System.Text;
using Serilog;
using Serilog.Configuration;
using Serilog.Formatting;

namespace Synthetic.Worker.Logging;

/// <summary>Where lines go and how they look.</summary>
/// <param name="Open">Adds the sink; one that fails loses its own lines and stops nothing: Serilog isolates it.</param>
/// <param name="Json">JSON, or text for people.</param>
/// <param name="Coloured">Whether that text has colours.</param>
/// <param name="MostBytes">How long a line of JSON may be, in bytes with its line feed.</param>
internal sealed record LogOutput(
    Func<LoggerSinkConfiguration, ITextFormatter, LoggerConfiguration> Open, bool Json, bool Coloured, int MostBytes = LogOutput.DefaultBytes)
{
    /// <summary>16 KiB: what Docker and Kubernetes keep in one piece.</summary>
    public const int DefaultBytes = 16 * 1024;

    /// <summary>Standard output; UTF-8 whatever the locale says.</summary>
    public static LogOutput Console(LogFormat format, int mostBytes)
    {
        System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var terminal = !System.Console.IsOutputRedirected;
        var json = format == LogFormat.Json || (format == LogFormat.Auto && !terminal);
        var coloured = terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new LogOutput((sinks, lines) => sinks.Console(lines), json, coloured, mostBytes);
    }
}
