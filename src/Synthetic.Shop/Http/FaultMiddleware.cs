using Microsoft.AspNetCore.Http;

namespace Synthetic.Shop;

/// <summary>
/// Finds the faults of each request, and plays the slow way to the service: its wait stands outside of the timing, so
/// no header reports it.
/// </summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultSwitch faults)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // /faults takes a whole set, not changes for one request.
        var wanted = faults.Current;
        if (context.Request.Path != FaultEndpoints.Path && !faults.TryRead(context.Request.Query, out wanted, out var error))
        {
            await Answer.ProblemAsync(context, StatusCodes.Status400BadRequest, "Unknown fault", error!);
            return;
        }

        context.SetFaults(wanted);
        if (context.Request.PlacesOrder())
            await faults.WaitAsync(wanted.TransitMs, context.RequestAborted);
        await next(context);
    }
}
