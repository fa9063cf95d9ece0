using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;

namespace Synthetic.Worker.Http;

/// <summary><c>/api/runs</c>: kept runs, a page at a time, and one of them whole.</summary>
internal static class RunRoutes
{
    public static void Map(IEndpointRouteBuilder app, IRunHistory history)
    {
        app.MapGet("/api/runs", (string? scenario, string? status, string? before, string? limit, CancellationToken ct) =>
            ListAsync(history, scenario, status, before, limit, ct));
        app.MapGet("/api/runs/{id}", async (string id, CancellationToken ct) => await history.RecordAsync(id, ct) is { } record
            ? Json(RunJson.Write(record))
            : Problem(StatusCodes.Status404NotFound, $"there is no run {id}, or it has not ended"));
    }

    private static async Task<IResult> ListAsync(IRunHistory history, string? scenario, string? status, string? before, string? limit, CancellationToken ct)
    {
        var query = new RunQuery { Scenario = scenario };
        if (status is not null)
        {
            if (StatusText.Find(status) is not { } one)
                return Problem(StatusCodes.Status400BadRequest, $"status must be one of {string.Join(", ", StatusText.All)}");
            query = query with { Status = one };
        }
        if (limit is not null)
        {
            if (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is < 1 or > RunQuery.MostRuns)
                return Problem(StatusCodes.Status400BadRequest, $"limit must be a whole number from 1 to {RunQuery.MostRuns}");
            query = query with { Limit = most };
        }
        if (before is not null)
        {
            if (DateTimeOffset.TryParse(before, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && before.Contains('T', StringComparison.Ordinal))
                query = query with { Before = instant };
            else
                query = query with { After = before };
        }
        try
        {
            return Json(Write(await history.RunsAsync(query, ct), query.Limit));
        }
        catch (ArgumentException)
        {
            return Problem(StatusCodes.Status400BadRequest, "before must be an instant like 2026-01-31T12:00:00Z, or the \"next\" of a list");
        }
    }

    private static string Write(IReadOnlyList<RunSummary> runs, int limit)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("runs");
            foreach (var run in runs)
                Write(json, run);
            json.WriteEndArray();
            if (runs.Count == limit)
                json.WriteString("next", runs[^1].Cursor);
            else
                json.WriteNull("next");
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, RunSummary run)
    {
        json.WriteStartObject();
        json.WriteString("runId", run.RunId);
        json.WriteString("scenario", run.Scenario);
        json.WriteString("location", run.Location);
        if (run.ScheduledAt is { } slot)
            json.WriteString("scheduledAt", slot);
        json.WriteString("startedAt", run.StartedAt);
        json.WriteNumber("durationMs", run.DurationMs);
        json.WriteString("status", StatusText.Of(run.Status));
        json.WriteEndObject();
    }

    private static IResult Json(string text) => TypedResults.Text(text, "application/json");

    private static IResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
