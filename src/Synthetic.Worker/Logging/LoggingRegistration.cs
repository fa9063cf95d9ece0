using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Events;
using Synthetic.Core.Secrets;

namespace Synthetic.Worker.Logging;

/// <summary>Puts the worker's log into a container.</summary>
internal static class LoggingRegistration
{
    /// <summary>Adds <see cref="IEventLog"/>, and sends what libraries log from warnings up to the same place.</summary>
    /// <param name="services">The container; it must know a <see cref="TimeProvider"/> and a <see cref="Redactor"/>.</param>
    /// <param name="output">Where lines go.</param>
    public static IServiceCollection AddWorkerLog(this IServiceCollection services, LogOutput output) => services
        .AddLogging()
        .AddSerilog((provider, logger) => Configure(logger, output, provider.GetRequiredService<Redactor>()), preserveStaticLogger: true)
        .AddSingleton<IEventLog, EventLog>();

    private static void Configure(LoggerConfiguration logger, LogOutput output, Redactor redactor) => output.Open(
        logger
            .MinimumLevel.Debug()
            .Filter.ByIncludingOnly(entry => EventLog.In(entry) is { } own ? output.Json || own.ForPeople : entry.Level >= LogEventLevel.Warning)
            .WriteTo,
        output.Json
            ? new BoundedLines(new RedactedLines(new JsonLines(redactor.Redact), redactor.RedactJson), output.MostBytes)
            : new RedactedLines(new TextLines(output.Coloured, redactor.Redact), redactor.Redact));
}
