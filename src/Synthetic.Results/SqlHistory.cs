using System.Globalization;
using Dapper;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Results.Databases;

namespace Synthetic.Results;

/// <summary>Reads runs from a database; lists and histories open no record.</summary>
internal sealed class SqlHistory(Database database) : IRunHistory, IComponentValues
{
    public Task<IReadOnlyList<RunSummary>> RunsAsync(RunQuery query, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(query.Limit is >= 1 and <= RunQuery.MostRuns, true, nameof(query));
        var (startedAt, id) = Position(query.After);
        List<string> where = ["status IS NOT NULL"];
        if (query.Scenario is not null)
            where.Add("scenario = @Scenario");
        if (query.Status is not null)
            where.Add("status = @Status");
        if (query.Before is not null)
            where.Add("started_at < @Before");
        if (query.After is not null)
            where.Add("(started_at, id) < (@startedAt, @id)");
        var parameters = new
        {
            query.Scenario,
            Status = query.Status is { } status ? StatusText.Of(status) : null,
            Before = query.Before is { } before ? SqlTime.Of(before) : 0,
            startedAt,
            id,
            query.Limit,
        };
        return database.ReadAsync(
            async connection =>
            {
                var rows = await connection.QueryAsync<Row>(new CommandDefinition(
                    $"""
                    SELECT id, run_id AS RunId, scenario, location, scheduled_at AS ScheduledAt, started_at AS StartedAt, duration_ms AS DurationMs, status
                    FROM runs WHERE {string.Join(" AND ", where)} ORDER BY started_at DESC, id DESC LIMIT @Limit
                    """,
                    parameters, cancellationToken: ct));
                return (IReadOnlyList<RunSummary>)[.. rows.Select(Summary)];
            },
            ct);
    }

    public Task<RunRecord?> RecordAsync(string runId, CancellationToken ct) => database.ReadAsync(
        async connection => await connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(
            "SELECT body FROM records JOIN runs ON runs.id = records.run WHERE run_id = @runId", new { runId }, cancellationToken: ct)) is { } body
            ? CompressedRecord.Read(body)
            : null,
        ct);

    public Task<IReadOnlyList<ComponentPoint>> ComponentAsync(string scenario, string step, string component, DateTimeOffset since, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
            {
                var rows = await connection.QueryAsync<(string RunId, string Location, long StartedAt, double Ms)>(new CommandDefinition(
                    """
                    SELECT run_id, location, component_times.started_at, ms FROM component_times JOIN runs ON runs.id = run
                    WHERE component_times.scenario = @scenario AND step = @step AND component = @component AND component_times.started_at >= @Since
                    ORDER BY component_times.started_at, run
                    """,
                    new { scenario, step, component, Since = SqlTime.Of(since) }, cancellationToken: ct));
                return (IReadOnlyList<ComponentPoint>)
                    [.. rows.Select(row => new ComponentPoint(row.RunId, row.Location, SqlTime.Read(row.StartedAt), row.Ms))];
            },
            ct);

    public Task<IReadOnlyList<double>> ValuesAsync(ComponentQuery query, CancellationToken ct)
    {
        var parameters = new DynamicParameters(new
        {
            query.Scenario,
            query.Location,
            query.Component,
            Since = SqlTime.Of(query.Since),
            Passed = StatusText.Of(RunStatus.Passed),
            Degraded = StatusText.Of(RunStatus.Degraded),
            query.Most,
        });
        // One by one: the databases do not agree on how a list is passed.
        for (var n = 0; n < query.Steps.Count; n++)
            parameters.Add($"Step{n}", query.Steps[n]);
        var steps = query.Steps.Count == 0 ? "" : $"AND step IN ({string.Join(", ", query.Steps.Select((_, n) => $"@Step{n}"))})";
        return database.ReadAsync(
            async connection =>
            {
                var latest = await connection.QueryAsync<double>(new CommandDefinition(
                    $"""
                    SELECT MAX(ms) FROM component_times JOIN runs ON runs.id = run
                    WHERE component_times.scenario = @Scenario {steps} AND component = @Component
                      AND component_times.started_at >= @Since AND location = @Location AND status IN (@Passed, @Degraded)
                    GROUP BY component_times.started_at, run ORDER BY component_times.started_at DESC, run DESC LIMIT @Most
                    """,
                    parameters, cancellationToken: ct));
                return (IReadOnlyList<double>)[.. latest.Reverse()];
            },
            ct);
    }

    private static RunSummary Summary(Row row) => new(
        row.RunId,
        row.Scenario,
        row.Location,
        row.ScheduledAt is { } slot ? SqlTime.Read(slot) : null,
        SqlTime.Read(row.StartedAt),
        row.DurationMs,
        StatusText.Read(row.Status),
        string.Create(CultureInfo.InvariantCulture, $"{row.StartedAt}-{row.Id}"));

    /// <summary>A cursor's place in the list: its run began then, and has that number.</summary>
    private static (long StartedAt, long Id) Position(string? cursor)
    {
        if (cursor is null)
            return default;
        return cursor.Split('-') is [var startedAt, var id]
            && long.TryParse(startedAt, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (at, number)
            : throw new ArgumentException("it is no cursor that a list of runs gave", nameof(cursor));
    }

    private sealed record Row(long Id, string RunId, string Scenario, string Location, long? ScheduledAt, long StartedAt, double DurationMs, string Status);
}
