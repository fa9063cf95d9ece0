using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Synthetic.Worker.Http;

/// <summary><c>/healthz</c> and <c>/readyz</c>.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder app, Readiness readiness)
    {
        app.MapGet("/healthz", () => TypedResults.Text("alive\n"));
        app.MapGet("/readyz", () =>
        {
            var checks = readiness.Checks();
            var ready = checks.All(check => check.Problem is null);
            return TypedResults.Text(
                string.Concat(checks.Select(check => $"{check.Name}: {check.Problem ?? "ok"}\n")), statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }
}
