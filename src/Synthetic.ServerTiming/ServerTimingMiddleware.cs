using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Synthetic.Core.ServerTiming;

namespace Synthetic.ServerTiming;

/// <summary>Sends the request's timings when its response starts.</summary>
internal sealed class ServerTimingMiddleware(RequestDelegate next, IOptions<ServerTimingOptions> options, TimeProvider time)
{
    private readonly ServerTimingOptions _options = options.Value;

    public Task InvokeAsync(HttpContext context, RequestTiming timing)
    {
        var entered = time.GetTimestamp();
        context.Response.OnStarting(() =>
        {
            if (_options.Enabled?.Invoke(context) ?? true)
                Write(context.Response.Headers, timing, time.GetElapsedTime(entered));
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(IHeaderDictionary headers, RequestTiming timing, TimeSpan total)
    {
        var metrics = timing.Snapshot();
        if (_options.EmitTotal)
            metrics = [.. metrics, new ServerTimingMetric(HeaderFormat.Total, total.TotalMilliseconds)];

        // The service may have written a field of its own: both are sent.
        if (metrics.Count > 0)
            headers.Append("Server-Timing", HeaderFormat.Of(metrics, _options.MaxHeaderBytes));
        if (_options.TimingAllowOrigin.Count > 0)
            headers.Append("Timing-Allow-Origin", string.Join(", ", _options.TimingAllowOrigin));
    }
}
