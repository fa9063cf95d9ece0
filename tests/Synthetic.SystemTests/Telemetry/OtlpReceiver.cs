using System.Buffers.Binary;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Synthetic.SystemTests.Telemetry;

/// <summary>A collector of metrics and traces: OTLP over HTTP, or over gRPC, on a free loopback port.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<ReceivedSpan> _spans = [];
    private readonly List<ReceivedMetric> _metrics = [];
    private readonly List<string> _headers = [];
    private readonly List<(Func<OtlpReceiver, bool> Holds, TaskCompletionSource Seen)> _waiters = [];

    private OtlpReceiver(bool grpc)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = grpc ? HttpProtocols.Http2 : HttpProtocols.Http1));
        _app = builder.Build();
        _app.Run(grpc ? GrpcAsync : HttpAsync);
    }

    /// <summary>Where it listens, or listened.</summary>
    public Uri Uri { get; private set; } = null!;

    public IReadOnlyList<ReceivedSpan> Spans { get { lock (_gate) return [.. _spans]; } }

    public IReadOnlyList<ReceivedMetric> Metrics { get { lock (_gate) return [.. _metrics]; } }

    /// <summary>The header <c>x-key</c> of each message.</summary>
    public IReadOnlyList<string> Keys { get { lock (_gate) return [.. _headers]; } }

    public static async Task<OtlpReceiver> StartAsync(bool grpc)
    {
        var receiver = new OtlpReceiver(grpc);
        await receiver._app.StartAsync();
        receiver.Uri = new Uri(receiver._app.Urls.First());
        return receiver;
    }

    /// <summary>Waits until what has come fits.</summary>
    public async Task UntilAsync(Func<OtlpReceiver, bool> holds, CancellationToken ct)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (holds(this))
                return;
            _waiters.Add((holds, seen));
        }
        await seen.Task.WaitAsync(ct);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HttpAsync(HttpContext http)
    {
        if (http.Request.ContentType != "application/x-protobuf" || !Take(http, $"{http.Request.Path}", await BodyAsync(http), "/v1/metrics", "/v1/traces"))
            http.Response.StatusCode = 404;
        else
            http.Response.ContentType = "application/x-protobuf";
    }

    private async Task GrpcAsync(HttpContext http)
    {
        var body = await BodyAsync(http);
        http.Response.ContentType = "application/grpc";
        // A byte that says whether it is compressed, and the length in four: https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
        var known = body.Span[0] == 0 && BinaryPrimitives.ReadUInt32BigEndian(body.Span[1..5]) == body.Length - 5
            && Take(http, $"{http.Request.Path}", body[5..], "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", "/opentelemetry.proto.collector.trace.v1.TraceService/Export");
        await http.Response.Body.WriteAsync(new byte[5]);
        http.Response.AppendTrailer("grpc-status", known ? "0" : "12");
    }

    private bool Take(HttpContext http, string path, ReadOnlyMemory<byte> message, string metrics, string traces)
    {
        lock (_gate)
        {
            if (path == metrics)
                _metrics.AddRange(ReceivedMetric.Of(new WireMessage(message)));
            else if (path == traces)
                _spans.AddRange(ReceivedSpan.Of(new WireMessage(message)));
            else
                return false;
            _headers.Add($"{http.Request.Headers["x-key"]}");
            foreach (var waiter in _waiters.Where(waiter => waiter.Holds(this)))
                waiter.Seen.TrySetResult();
        }
        return true;
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        return body.ToArray();
    }
}
