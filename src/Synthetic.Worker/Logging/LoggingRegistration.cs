using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Configuration;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Synthetic.Core.Secrets;

namespace Synthetic.Worker.Logging;

/// <summary>Puts the worker's log into a container.</summary>
internal static class LoggingRegistration
{
    /// <summary>Adds <see cref="IEventLog"/>, and sends what libraries log from warnings up to the same place.</summary>
    /// <param name="services">The container; it must know a <see cref="TimeProvider"/> and a <see cref="Redactor"/>.</param>
    /// <param name="output">Where lines go.</param>
    public static IServiceCollection AddWorkerLog(this IServiceCollection services, LogOutput output)
    {
        // The container owns the logger from here on and closes it last.
        services.AddSingleton(provider => Build(output, provider.GetRequiredService<Redactor>()));
        services.AddSingleton<IEventLog>(provider =>
            new EventLog(provider.GetRequiredService<Logger>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ILoggerProvider>(provider =>
            new Serilog.Extensions.Logging.SerilogLoggerProvider(provider.GetRequiredService<Logger>(), dispose: false));
        return services.AddLogging();
    }

    private static Logger Build(LogOutput output, Redactor redactor) => output.Open(
        new LoggerConfiguration()
            .MinimumLevel.Debug()
            .Filter.ByIncludingOnly(entry => EventLog.In(entry) is { } own ? output.Json || own.ForPeople : entry.Level >= LogEventLevel.Warning)
            .WriteTo,
        output.Json
            ? new RedactedLines(new JsonLines(), redactor.RedactJson)
            : new RedactedLines(new TextLines(output.Coloured), redactor.Redact)).CreateLogger();
}

/// <summary>Where lines go and how they look.</summary>
/// <param name="Open">Adds the sink; one that fails loses its own lines and stops nothing: Serilog isolates it.</param>
/// <param name="Json">JSON, or text for people.</param>
/// <param name="Coloured">Whether that text has colours.</param>
internal sealed record LogOutput(
    Func<LoggerSinkConfiguration, ITextFormatter, LoggerConfiguration> Open, bool Json, bool Coloured)
{
    /// <summary>Standard output; UTF-8 whatever the locale says.</summary>
    public static LogOutput Console(LogFormat format)
    {
        System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var terminal = !System.Console.IsOutputRedirected;
        var json = format == LogFormat.Json || (format == LogFormat.Auto && !terminal);
        var coloured = terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new LogOutput((sinks, lines) => sinks.Console(lines), json, coloured);
    }
}
