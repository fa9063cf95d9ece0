using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Synthetic.Core.Reporting;
using Synthetic.Core.Secrets;
using Synthetic.Results.Telemetry;
using Synthetic.Worker.Logging;
using Synthetic.Worker.Reporting;
using Synthetic.Worker.Scheduling;

namespace Synthetic.Worker.Telemetry;

/// <summary>Has runs counted and traced: metrics to be scraped from <c>/metrics</c>, and both pushed where the standard OTLP variables say.</summary>
internal static class TelemetryRegistration
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, OtlpSettings otlp)
    {
        services
            .AddSingleton(provider => new RunMetrics(() => provider.GetRequiredService<WaitingResults>().Count, otlp.Traces is null ? null : RunContext.Enter))
            .AddSingleton<IRunSink>(provider => provider.GetRequiredService<RunMetrics>())
            .AddSingleton(_ => Meters(otlp));
        return otlp.Traces is not { } traces ? services : services.AddSingleton<IRunSink>(provider => new TraceSink(
            new OtlpTraceExporter(Options(traces)), Resource, provider.GetRequiredService<Redactor>(), provider.GetRequiredService<IEventLog>()));
    }

    // Its own detectors read OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES, which win.
    private static void Resource(ResourceBuilder resource) =>
        resource.Clear().AddService("synthetic", serviceVersion: WorkerLines.Version).AddEnvironmentVariableDetector();

    private static MeterProvider Meters(OtlpSettings otlp)
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .AddMeter(RunMetrics.MeterName)
            .ConfigureResource(Resource)
            .SetExemplarFilter(otlp.Traces is null ? ExemplarFilterType.AlwaysOff : ExemplarFilterType.TraceBased)
            .AddPrometheusExporter();
        // It reads the interval and the like from the standard variables by itself.
        return (otlp.Metrics is null ? builder : builder.AddOtlpExporter()).Build();
    }

    private static OtlpExporterOptions Options(OtlpTarget target)
    {
        var options = new OtlpExporterOptions { Endpoint = target.Endpoint, Protocol = target.Protocol };
        // A collector that hangs is given up before the sink is: one line says so, not one a run.
        options.TimeoutMilliseconds = Math.Min(options.TimeoutMilliseconds, (int)(OutputLimits.Deadline.TotalMilliseconds * 0.8));
        if (target.Headers is { } headers)
            options.Headers = headers;
        return options;
    }
}
