using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Synthetic.Shop;

namespace Synthetic.Worker.Telemetry;

/// <summary>Exports the embedded shop's own spans, as any backend would: then a run's trace goes on in its server.</summary>
internal static class ShopTraces
{
    /// <returns>Ends the export, with what is left; <c>null</c> where traces go nowhere.</returns>
    public static IDisposable? Export(OtlpSettings otlp) => otlp.Traces is null ? null : Sdk.CreateTracerProviderBuilder()
        .AddSource(ShopHost.ActivitySourceName)
        // A service of its own, whatever the worker is called.
        .ConfigureResource(resource => resource.Clear().AddEnvironmentVariableDetector().AddService("synthetic-shop"))
        .AddOtlpExporter()
        .Build();
}
