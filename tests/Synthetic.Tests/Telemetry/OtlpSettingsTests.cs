using OpenTelemetry.Exporter;
using Synthetic.Worker.Telemetry;

namespace Synthetic.Tests.Telemetry;

public sealed class OtlpSettingsTests
{
    private readonly Dictionary<string, string> _environment = [];

    [SetUp]
    public void Forget() => _environment.Clear();

    [Test]
    public void WithoutAnEndpointNothingIsPushed()
    {
        _environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        Assert.That(Read(), Is.EqualTo((OtlpSettings.Off, "")));
    }

    [Test]
    public void ABaseGetsTheSignalsPathForHttpAndNoneForGrpc()
    {
        _environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://collector:4318/base";
        _environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        var http = Read().Settings;
        Assert.That((http.Metrics!.Endpoint.AbsoluteUri, http.Traces!.Endpoint.AbsoluteUri), Is.EqualTo(("http://collector:4318/base/v1/metrics", "http://collector:4318/base/v1/traces")));
        _environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        Assert.That(Read().Settings.Traces, Is.EqualTo(new OtlpTarget(new Uri("http://collector:4318/base"), OtlpExportProtocol.Grpc, null)));
    }

    [Test]
    public void WhatIsSaidOfOneSignalHoldsForThatAlone()
    {
        _environment["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = "https://traces.example/here";
        _environment["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"] = "http/protobuf";
        _environment["OTEL_EXPORTER_OTLP_TRACES_HEADERS"] = "x-key=abc%20def";
        var settings = Read().Settings;
        Assert.That(settings.Metrics, Is.Null);
        Assert.That(settings.Traces!.Endpoint.AbsoluteUri, Is.EqualTo("https://traces.example/here"));
        Assert.That(settings.Secrets().Select(secret => secret.Reveal()), Is.EqualTo(new[] { "abc%20def", "abc def" }));
    }

    [TestCase("OTEL_SDK_DISABLED", "true")]
    [TestCase("OTEL_TRACES_EXPORTER", "none")]
    public void TracesCanBeSwitchedOff(string variable, string value)
    {
        _environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://collector:4317";
        _environment[variable] = value;
        Assert.That(Read().Settings.Traces, Is.Null);
    }

    [Test]
    public void ATargetIsShownWithoutKeysAndPasswords()
    {
        _environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = "https://user:tuna@collector:4317/?key=tuna";
        _environment["OTEL_EXPORTER_OTLP_HEADERS"] = "authorization=tuna";
        Assert.That($"{Read().Settings.Traces}", Is.EqualTo("https://collector:4317/ (grpc)"));
    }

    [Test]
    public void AWrongValueIsSaidOnceAndAnAddressIsNotQuoted()
    {
        _environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = "tuna";
        _environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/json";
        Assert.That(Read().Errors, Is.EqualTo("""
            OTEL_EXPORTER_OTLP_PROTOCOL must be grpc or http/protobuf, was "http/json"
            OTEL_EXPORTER_OTLP_ENDPOINT must be an absolute http or https address
            """));
    }

    private (OtlpSettings Settings, string Errors) Read()
    {
        var (settings, errors) = OtlpSettings.Read(name => _environment.GetValueOrDefault(name));
        return (settings, string.Join('\n', errors));
    }
}
