using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Synthetic.Shop;

/// <summary>Adds a Server-Timing field full of useless metrics, past the budget the package keeps.</summary>
internal sealed class BloatMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var (count, silent) = (context.Faults().Bloat, context.Faults().NoHeader);
        if (count > 0 && !silent)
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.Append("Server-Timing", string.Join(", ",
                    Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"x{i};dur=0.01"))));
                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}
