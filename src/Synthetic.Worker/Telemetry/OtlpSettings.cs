using OpenTelemetry.Exporter;
using Synthetic.Core.Secrets;

namespace Synthetic.Worker.Telemetry;

/// <summary>Where metrics and traces are pushed, by the standard variables; those of a signal win over those of both.</summary>
internal sealed record OtlpSettings
{
    /// <summary>Nothing is pushed.</summary>
    public static OtlpSettings Off { get; } = new();

    /// <summary>Where metrics go; <c>null</c> for nowhere.</summary>
    public OtlpTarget? Metrics { get; init; }

    /// <summary>Where traces go; <c>null</c> for nowhere.</summary>
    public OtlpTarget? Traces { get; init; }

    /// <summary>The headers that are sent with both: keys, most of the time.</summary>
    public IEnumerable<Secret> Secrets() => new[] { Metrics, Traces }.OfType<OtlpTarget>().SelectMany(target => target.Secrets()).DistinctBy(secret => secret.Reveal());

    /// <summary>Reads the variables.</summary>
    /// <returns>The settings, and a sentence for each value that is wrong.</returns>
    public static (OtlpSettings Settings, IReadOnlyList<string> Errors) Read(Func<string, string?> environment)
    {
        if (environment("OTEL_SDK_DISABLED") is { } disabled && disabled.Equals("true", StringComparison.OrdinalIgnoreCase))
            return (Off, []);
        var errors = new List<string>();
        return (new OtlpSettings { Metrics = Target(environment, "METRICS", "v1/metrics", errors), Traces = Target(environment, "TRACES", "v1/traces", errors) }, [.. errors.Distinct()]);
    }

    private static OtlpTarget? Target(Func<string, string?> environment, string signal, string path, List<string> errors)
    {
        (string Name, string Value)? Find(string what) =>
            new[] { $"OTEL_EXPORTER_OTLP_{signal}_{what}", $"OTEL_EXPORTER_OTLP_{what}" }
                .Select(name => (name, environment(name)?.Trim() ?? "")).FirstOrDefault(one => one.Item2.Length > 0) is { Item1: not null } found ? found : null;
        if (environment($"OTEL_{signal}_EXPORTER") is { } exporter && exporter.Trim() == "none" || Find("ENDPOINT") is not { } endpoint)
            return null;
        var protocol = Find("PROTOCOL");
        if (protocol is { Value: not ("grpc" or "http/protobuf") })
            errors.Add($"{protocol.Value.Name} must be grpc or http/protobuf, was \"{protocol.Value.Value}\"");
        if (!Uri.TryCreate(endpoint.Value, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            // Not quoted: it may hold a password.
            errors.Add($"{endpoint.Name} must be an absolute http or https address");
            return null;
        }
        var isGrpc = protocol?.Value is not "http/protobuf";
        // The address of both signals is a base; that of one is taken as it is.
        if (!isGrpc && !endpoint.Name.Contains(signal, StringComparison.Ordinal))
            uri = new Uri(uri.AbsoluteUri.TrimEnd('/') + "/" + path);
        return new OtlpTarget(uri, isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf, Find("HEADERS")?.Value);
    }
}
