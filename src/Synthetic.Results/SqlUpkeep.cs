using System.Data.Common;
using Dapper;
using Synthetic.Core.Reporting;
using Synthetic.Results.Databases;

namespace Synthetic.Results;

/// <summary>Says who lives, finds what the dead left open, and deletes what is old.</summary>
internal sealed class SqlUpkeep(Database database, WorkerIdentity worker, TimeProvider time) : IStoreUpkeep
{
    /// <summary>Runs deleted in one transaction: few enough that no run waits for it.</summary>
    private const int Bite = 200;

    /// <summary>How long a worker that is gone is remembered.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(1);

    public Task BeatAsync(CancellationToken ct) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var now = time.GetUtcNow();
            await connection.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO workers (id, location, seen_at) VALUES (@Id, @Location, @Now)
                ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
                """,
                new { worker.Id, worker.Location, Now = SqlTime.Of(now) }, transaction, cancellationToken: ct));
            return await connection.ExecuteAsync(new CommandDefinition(
                "DELETE FROM workers WHERE seen_at < @Long", new { Long = SqlTime.Of(now - Forgotten) }, transaction, cancellationToken: ct));
        },
        ct);

    public Task LeaveAsync(CancellationToken ct) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM workers WHERE id = @Id", new { worker.Id }, transaction, cancellationToken: ct)),
        ct);

    public Task<IReadOnlyList<Slot>> AbandonedAsync(CancellationToken ct) => database.ReadAsync(
        async connection =>
        {
            var rows = await connection.QueryAsync<(string RunId, string Scenario, long At, long ClaimedAt)>(new CommandDefinition(
                """
                SELECT run_id, scenario, scheduled_at, started_at FROM runs
                WHERE status IS NULL AND location = @Location AND worker <> @Id
                  AND NOT EXISTS (SELECT 1 FROM workers WHERE workers.id = runs.worker AND workers.seen_at > @Since)
                ORDER BY scheduled_at
                """,
                new { worker.Location, worker.Id, Since = Workers.DeadBefore(time) }, cancellationToken: ct));
            return (IReadOnlyList<Slot>)
                [.. rows.Select(row => new Slot(row.Scenario, worker.Location, SqlTime.Read(row.At), row.RunId, SqlTime.Read(row.ClaimedAt)))];
        },
        ct);

    public Task<DateTimeOffset?> LatestSlotAsync(string scenario, DateTimeOffset until, CancellationToken ct) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "SELECT MAX(scheduled_at) FROM runs WHERE location = @Location AND scenario = @scenario AND scheduled_at <= @Until",
            new { worker.Location, scenario, Until = SqlTime.Of(until) }, cancellationToken: ct)) is { } slot
            ? SqlTime.Read(slot)
            : (DateTimeOffset?)null,
        ct);

    public async Task<int> PruneAsync(Retention retention, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var old = await database.WriteAsync(
            async (connection, transaction) =>
                await DeleteAsync(connection, transaction, "is_bad = 0 AND started_at < @Before", now - retention.Good, ct) is > 0 and var good
                    ? good
                    : await DeleteAsync(connection, transaction, "is_bad = 1 AND started_at < @Before", now - retention.Bad, ct),
            ct);
        if (old > 0)
            return old;
        // Adding up reads an index of all runs, a second of ten millions: outside of what writes, that no run's end waits for it.
        return await database.ReadAsync(connection => SizeAsync(connection, ct), ct) > retention.Bytes
            ? await database.WriteAsync((connection, transaction) => DeleteAsync(connection, transaction, "1 = 1 ORDER BY is_bad, started_at", now, ct), ct)
            : 0;
    }

    private static Task<int> DeleteAsync(DbConnection connection, DbTransaction transaction, string which, DateTimeOffset before, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(
            $"DELETE FROM runs WHERE id IN (SELECT id FROM runs WHERE status IS NOT NULL AND {which} LIMIT {Bite})",
            new { Before = SqlTime.Of(before) }, transaction, cancellationToken: ct));

    private static Task<long> SizeAsync(DbConnection connection, CancellationToken ct) =>
        connection.QuerySingleAsync<long>(new CommandDefinition("SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM runs", cancellationToken: ct));
}
