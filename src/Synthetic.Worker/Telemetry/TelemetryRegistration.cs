using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Synthetic.Core.Reporting;
using Synthetic.Results.Telemetry;
using Synthetic.Worker.Reporting;
using Synthetic.Worker.Scheduling;

namespace Synthetic.Worker.Telemetry;

/// <summary>Has runs counted, and the counts exported: scraped from <c>/metrics</c>, and pushed where the standard OTLP variables say.</summary>
internal static class TelemetryRegistration
{
    public static IServiceCollection AddRunMetrics(this IServiceCollection services, Func<string, string?> environment) => services
        .AddSingleton(provider => new RunMetrics(() => provider.GetRequiredService<WaitingResults>().Count))
        .AddSingleton<IRunSink>(provider => provider.GetRequiredService<RunMetrics>())
        .AddSingleton(_ => Provider(environment));

    private static MeterProvider Provider(Func<string, string?> environment)
    {
        var builder = Sdk.CreateMeterProviderBuilder()
            .AddMeter(RunMetrics.MeterName)
            // Its own detectors read OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES, which win.
            .ConfigureResource(resource => resource.Clear().AddService("synthetic", serviceVersion: WorkerLines.Version).AddEnvironmentVariableDetector())
            .AddPrometheusExporter();
        return (IsPushed(environment) ? builder.AddOtlpExporter() : builder).Build();
    }

    private static bool IsPushed(Func<string, string?> environment) =>
        environment("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 } || environment("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT") is { Length: > 0 };
}
