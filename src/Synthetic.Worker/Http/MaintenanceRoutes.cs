using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Synthetic.Core.Basics;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Worker.Maintenance;
using Synthetic.Worker.Reporting;

namespace Synthetic.Worker.Http;

/// <summary><c>/api/maintenance</c>: windows that are begun and ended while the worker runs.</summary>
internal sealed class MaintenanceRoutes(IMaintenanceStore store, MaintenanceWindows windows, KnownScenarios scenarios, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public void Map(IEndpointRouteBuilder app, ApiToken token)
    {
        app.MapGet("/api/maintenance", async (CancellationToken ct) =>
            Json(new JsonObject { ["windows"] = new JsonArray([.. (await store.ListAsync(time.GetUtcNow(), ct)).Select(Of)]) }, StatusCodes.Status200OK));
        app.MapPost("/api/maintenance", AddAsync).AddEndpointFilter(token);
        app.MapDelete("/api/maintenance/{id}", async (string id, CancellationToken ct) =>
        {
            if (!await store.RemoveAsync(id, ct))
                return Problem(StatusCodes.Status404NotFound, $"there is no maintenance window {id}");
            await windows.RefreshAsync(ct);
            return TypedResults.NoContent();
        }).AddEndpointFilter(token);
    }

    private async Task<IResult> AddAsync(HttpRequest request, CancellationToken ct)
    {
        var (window, problem) = Read(await BodyAsync(request, ct));
        if (window is null)
            return Problem(StatusCodes.Status400BadRequest, problem!);
        var id = await store.AddAsync(window, ct);
        await windows.RefreshAsync(ct);
        request.HttpContext.Response.Headers.Location = $"/api/maintenance/{id}";
        return Json(Of(new KeptWindow(id, window)), StatusCodes.Status201Created);
    }

    private (MaintenanceWindow? Window, string? Problem) Read(JsonObject? body)
    {
        const string Example = """{ "reason": "database upgrade", "scenarios": ["place-order"], "for": "30m" }""";
        if (body is null)
            return (null, $"the body must be JSON like {Example}");
        if (body.Select(member => member.Key).Except(["reason", "scenarios", "for"]).FirstOrDefault() is { } unknown)
            return (null, $"\"{unknown}\" is unknown; known: reason, scenarios, for");
        if (Text(body["reason"]) is not { Length: > 0 and <= 200 } reason)
            return (null, "\"reason\" must say why, in 1 to 200 characters");
        if (Text(body["for"]) is not { } text || !DurationText.TryParse(text, out var length) || length <= TimeSpan.Zero || length > Longest)
            return (null, $"\"for\" must be a duration like \"30m\", at most {DurationText.Format(Longest)}");
        string?[]? names = body["scenarios"] switch { null => [], JsonArray array => [.. array.Select(Text)], _ => null };
        if (names is null || names.Contains(null))
            return (null, "\"scenarios\" must be a list of names; leave it out for all");
        if (names.FirstOrDefault(name => scenarios.Find(name!) is null) is { } stranger)
            return (null, $"there is no scenario \"{stranger}\" on a schedule here");
        var now = time.GetUtcNow();
        return (new MaintenanceWindow { Reason = reason, Scenarios = names!, From = now, To = now + length }, null);
    }

    private static async Task<JsonObject?> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: ct) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static JsonObject Of(KeptWindow kept) => new()
    {
        ["id"] = kept.Id,
        ["reason"] = kept.Window.Reason,
        ["scenarios"] = new JsonArray([.. kept.Window.Scenarios.Select(name => (JsonNode?)name)]),
        ["from"] = Instant(kept.Window.From),
        ["to"] = Instant(kept.Window.To),
    };

    private static string? Instant(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static IResult Json(JsonNode node, int status) => TypedResults.Text(node.ToJsonString(), "application/json", statusCode: status);

    private static IResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
