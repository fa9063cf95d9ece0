using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Synthetic.Shop;

/// <summary>A span for each request, in the trace that its <c>traceparent</c> names. Costs nothing while nobody listens to the source.</summary>
internal sealed class TraceMiddleware(RequestDelegate next)
{
    private static readonly ActivitySource Source = new(ShopHost.ActivitySourceName);

    public async Task InvokeAsync(HttpContext context)
    {
        ActivityContext.TryParse(context.Request.Headers.TraceParent, context.Request.Headers.TraceState, isRemote: true, out var parent);
        using var activity = Source.StartActivity(context.Request.Method, ActivityKind.Server, parent);
        await next(context);
        activity?.SetTag("http.request.method", context.Request.Method)
            .SetTag("url.path", context.Request.Path.Value)
            .SetTag("url.scheme", context.Request.Scheme)
            .SetTag("http.response.status_code", context.Response.StatusCode);
    }
}
