using OpenTelemetry.Exporter;
using Synthetic.Core.Secrets;

namespace Synthetic.Worker.Telemetry;

/// <summary>A receiver of one signal.</summary>
/// <param name="Endpoint">Its address, with the signal's path for HTTP.</param>
/// <param name="Protocol">How it is spoken to.</param>
/// <param name="Headers">What is sent along, as <c>OTEL_EXPORTER_OTLP_HEADERS</c> writes it; never shown.</param>
internal sealed record OtlpTarget(Uri Endpoint, OtlpExportProtocol Protocol, string? Headers)
{
    /// <summary>The values of its headers, and the password of its address.</summary>
    public IEnumerable<Secret> Secrets() => Values().Where(value => value.Length > 0).Select(value => new Secret("OTEL_EXPORTER_OTLP_HEADERS", value));

    /// <summary>As the <c>worker.started</c> line shows it: without query, password and headers.</summary>
    public override string ToString() =>
        $"{Endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)} ({(Protocol == OtlpExportProtocol.Grpc ? "grpc" : "http/protobuf")})";

    private IEnumerable<string> Values()
    {
        foreach (var pair in (Headers ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var value = pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
            yield return value;
            yield return Uri.UnescapeDataString(value);
        }
        if (Endpoint.UserInfo.Split(':', 2) is [_, { Length: > 0 } password])
            yield return Uri.UnescapeDataString(password);
    }
}
