using System.Data.Common;
using Dapper;
using Synthetic.Core.Alerting;
using Synthetic.Core.Alerting.Incidents;
using Synthetic.Core.Records;
using Synthetic.Core.Reporting;
using Synthetic.Results.Databases;

namespace Synthetic.Results;

/// <summary>Keeps runs, alert states and messages in a database; record, state and messages of a run in one transaction.</summary>
internal sealed class SqlRunStore(Database database, WorkerIdentity worker, TimeProvider time) : IRunStore
{
    /// <summary>Rows of one statement.</summary>
    private const int MostRows = 100;

    public Task<bool> ClaimAsync(Slot slot, CancellationToken ct) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var row = new { slot.RunId, slot.Scenario, slot.Location, At = SqlTime.Of(slot.At), ClaimedAt = SqlTime.Of(slot.ClaimedAt), Worker = worker.Id };
            return await connection.ExecuteAsync(new CommandDefinition(
                    """
                    INSERT INTO runs (run_id, scenario, location, scheduled_at, started_at, duration_ms, is_bad, bytes, worker)
                    VALUES (@RunId, @Scenario, @Location, @At, @ClaimedAt, 0, 0, 0, @Worker)
                    ON CONFLICT DO NOTHING
                    """,
                    row, transaction, cancellationToken: ct)) == 1
                || await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                    """
                    SELECT COUNT(*) FROM runs
                    WHERE location = @Location AND scenario = @Scenario AND scheduled_at = @At AND status IS NULL AND worker = @Worker
                    """,
                    row, transaction, cancellationToken: ct)) == 1;
        },
        ct);

    public async Task<RunCommit?> CommitAsync(string scenario, Func<AlertState, RunCommit> decide, CancellationToken ct)
    {
        try
        {
            return await database.WriteAsync((connection, transaction) => CommitAsync(connection, transaction, scenario, decide, ct), ct);
        }
        catch (DbException error) when (database.IsAboutData(error))
        {
            throw new ResultRefusedException(error.Message, error);
        }
    }

    public async Task<DateTimeOffset?> TellDueAsync(string notifier, DateTimeOffset until, CancellationToken ct)
    {
        var due = await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long?>(new CommandDefinition(
                "SELECT due_at FROM notifier_states WHERE notifier = @notifier", new { notifier }, cancellationToken: ct)),
            ct);
        if (due is null || SqlTime.Read(due.Value) > until)
            return due is null ? null : SqlTime.Read(due.Value);
        return await database.WriteAsync(
            async (connection, transaction) => (await TellAsync(connection, transaction, notifier, told => IncidentEvaluator.TakeDue(told, until), ct)).NextDue, ct);
    }

    public Task<IReadOnlyList<OutboxMessage>> WaitingAsync(string notifier, CancellationToken ct) => database.WriteAsync(
        async (connection, transaction) =>
        {
            if (await TakeDeliveryAsync(connection, transaction, notifier, ct) == 0)
                return [];
            var rows = await connection.QueryAsync<(string Alert, long CreatedAt)>(new CommandDefinition(
                "SELECT alert, created_at FROM outbox WHERE notifier = @notifier AND given_up_at IS NULL ORDER BY id LIMIT @Most",
                new { notifier, Most = OutputLimits.MostMessages }, transaction, cancellationToken: ct));
            return (IReadOnlyList<OutboxMessage>)
                [.. rows.Select(row => new OutboxMessage(notifier, AlertJson.ReadAlert(row.Alert), SqlTime.Read(row.CreatedAt)))];
        },
        ct);

    public Task RemoveAsync(OutboxMessage message, CancellationToken ct) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM outbox WHERE notifier = @Notifier AND message_key = @Key",
            new { message.Notifier, message.Key }, transaction, cancellationToken: ct)),
        ct);

    public Task GiveUpAsync(OutboxMessage message, CancellationToken ct) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
            "UPDATE outbox SET given_up_at = @Now WHERE notifier = @Notifier AND message_key = @Key",
            new { Now = SqlTime.Of(time.GetUtcNow()), message.Notifier, message.Key }, transaction, cancellationToken: ct)),
        ct);

    private async Task<RunCommit?> CommitAsync(
        DbConnection connection, DbTransaction transaction, string scenario, Func<AlertState, RunCommit> decide, CancellationToken ct)
    {
        var state = await StateAsync(connection, transaction, scenario, ct);
        var commit = decide(state);
        if (!await KeepAsync(connection, transaction, commit, ct))
            return null;
        if (!ReferenceEquals(commit.State, state))
            await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE alert_states SET state = @State WHERE location = @Location AND scenario = @scenario",
                new { State = AlertJson.Write(commit.State), worker.Location, scenario }, transaction, cancellationToken: ct));
        foreach (var (notifier, wait, alert) in commit.Events)
            await TellAsync(connection, transaction, notifier, told => IncidentEvaluator.Take(told, alert, wait, time.GetUtcNow()), ct);
        return commit;
    }

    /// <summary>The scenario's state, held until the transaction ends: commits of one scenario follow each other.</summary>
    private async Task<AlertState> StateAsync(DbConnection connection, DbTransaction transaction, string scenario, CancellationToken ct)
    {
        var key = new { worker.Location, scenario, Empty = AlertJson.Write(AlertState.Empty) };
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO alert_states (location, scenario, state) VALUES (@Location, @scenario, @Empty) ON CONFLICT DO NOTHING",
            key, transaction, cancellationToken: ct));
        return AlertJson.ReadState(await connection.QuerySingleAsync<string>(new CommandDefinition(
            $"SELECT state FROM alert_states WHERE location = @Location AND scenario = @scenario{database.Locked}",
            key, transaction, cancellationToken: ct)));
    }

    /// <summary>Keeps a record in the row of its slot, or of the same run.</summary>
    /// <returns>Whether it was kept; not so where the slot has the record of another run.</returns>
    private async Task<bool> KeepAsync(DbConnection connection, DbTransaction transaction, RunCommit commit, CancellationToken ct)
    {
        var record = commit.Record;
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            "SELECT id, run_id AS RunId, status, worker FROM runs WHERE "
                + (record.ScheduledAt is null ? "run_id = @RunId" : "location = @Location AND scenario = @Scenario AND scheduled_at = @At")
                + database.Locked,
            new { record.RunId, record.Location, record.Scenario, At = Slot(record) }, transaction, cancellationToken: ct));
        if (row is not null && !await MayHaveAsync(connection, transaction, row, commit, ct))
            return false;
        var body = CompressedRecord.Write(record);
        var values = new
        {
            row?.Id,
            record.RunId,
            record.Scenario,
            record.Location,
            At = Slot(record),
            StartedAt = SqlTime.Of(record.StartedAt),
            record.DurationMs,
            Status = StatusText.Of(record.Status),
            IsBad = IsBad(record) ? 1 : 0,
            Bytes = (long)body.Length,
            Worker = worker.Id,
        };
        var id = await connection.QuerySingleAsync<long>(new CommandDefinition(
            row is null
                ? """
                  INSERT INTO runs (run_id, scenario, location, scheduled_at, started_at, duration_ms, status, is_bad, bytes, worker)
                  VALUES (@RunId, @Scenario, @Location, @At, @StartedAt, @DurationMs, @Status, @IsBad, @Bytes, @Worker)
                  RETURNING id
                  """
                : """
                  UPDATE runs SET run_id = @RunId, started_at = @StartedAt, duration_ms = @DurationMs, status = @Status, is_bad = @IsBad, bytes = @Bytes
                  WHERE id = @Id
                  RETURNING id
                  """,
            values, transaction, cancellationToken: ct));
        await KeepBodyAsync(connection, transaction, id, body, record, ct);
        return true;
    }

    private static async Task KeepBodyAsync(DbConnection connection, DbTransaction transaction, long id, byte[] body, RunRecord record, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO records (run, body) VALUES (@id, @body) ON CONFLICT (run) DO UPDATE SET body = excluded.body",
            new { id, body }, transaction, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition("DELETE FROM component_times WHERE run = @id", new { id }, transaction, cancellationToken: ct));
        foreach (var parts in ComponentTime.Kept(record).Chunk(MostRows))
            await KeepTimesAsync(connection, transaction, id, record, parts, ct);
    }

    /// <summary>Keeps several times with one way to the database and back.</summary>
    private static Task<int> KeepTimesAsync(
        DbConnection connection, DbTransaction transaction, long id, RunRecord record, ComponentTime[] parts, CancellationToken ct)
    {
        var values = new DynamicParameters(new { id, record.Scenario, StartedAt = SqlTime.Of(record.StartedAt) });
        for (var n = 0; n < parts.Length; n++)
        {
            values.Add($"step{n}", parts[n].Step);
            values.Add($"component{n}", parts[n].Component);
            values.Add($"ms{n}", parts[n].Ms);
        }
        var rows = Enumerable.Range(0, parts.Length).Select(n => $"(@id, @Scenario, @step{n}, @component{n}, @StartedAt, @ms{n})");
        return connection.ExecuteAsync(new CommandDefinition(
            $"INSERT INTO component_times (run, scenario, step, component, started_at, ms) VALUES {string.Join(", ", rows)}",
            values, transaction, cancellationToken: ct));
    }

    /// <summary>Whether a run may have a row: this worker claimed it, or none that lives did, or it is the run's own and gets its proof.</summary>
    private async Task<bool> MayHaveAsync(DbConnection connection, DbTransaction transaction, Row row, RunCommit commit, CancellationToken ct) => row.Status switch
    {
        null => row.Worker == worker.Id || !await Workers.LivesAsync(connection, transaction, row.Worker, time, ct),
        // A worker that was taken for dead, and was only slow, still has what really happened.
        "aborted" when row.RunId != commit.Record.RunId => row.Worker == worker.Id,
        _ => row.RunId == commit.Record.RunId && commit.IsProof,
    };

    /// <summary>Lets a notifier's state follow from what it was, and puts what that tells into the outbox.</summary>
    private async Task<NotifierState> TellAsync(
        DbConnection connection, DbTransaction transaction, string notifier, Func<NotifierState, (NotifierState, IReadOnlyList<Alert>)> tell, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO notifier_states (notifier, state) VALUES (@notifier, @Empty) ON CONFLICT DO NOTHING",
            new { notifier, Empty = AlertJson.Write(NotifierState.Empty) }, transaction, cancellationToken: ct));
        var (state, alerts) = tell(AlertJson.ReadNotifierState(await connection.QuerySingleAsync<string>(new CommandDefinition(
            $"SELECT state FROM notifier_states WHERE notifier = @notifier{database.Locked}", new { notifier }, transaction, cancellationToken: ct))));
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE notifier_states SET state = @State, due_at = @Due WHERE notifier = @notifier",
            new { notifier, State = AlertJson.Write(state), Due = state.NextDue is { } due ? SqlTime.Of(due) : (long?)null }, transaction, cancellationToken: ct));
        foreach (var alert in alerts)
            await SendAsync(connection, transaction, new OutboxMessage(notifier, alert, time.GetUtcNow()), ct);
        return state;
    }

    private Task<int> SendAsync(DbConnection connection, DbTransaction transaction, OutboxMessage message, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO outbox (location, notifier, message_key, alert, created_at)
            VALUES (@Location, @Notifier, @Key, @Alert, @CreatedAt)
            ON CONFLICT DO NOTHING
            """,
            new { worker.Location, message.Notifier, message.Key, Alert = AlertJson.Write(message.Alert), CreatedAt = SqlTime.Of(message.CreatedAt) },
            transaction,
            cancellationToken: ct));

    /// <summary>Makes this worker the one that delivers to a notifier, unless another one that lives does.</summary>
    private Task<int> TakeDeliveryAsync(DbConnection connection, DbTransaction transaction, string notifier, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO notifier_deliveries (notifier, worker) VALUES (@notifier, @Id)
            ON CONFLICT (notifier) DO UPDATE SET worker = excluded.worker
            WHERE notifier_deliveries.worker = excluded.worker
               OR NOT EXISTS (SELECT 1 FROM workers WHERE workers.id = notifier_deliveries.worker AND workers.seen_at > @Since)
            """,
            new { notifier, worker.Id, Since = Workers.DeadBefore(time) }, transaction, cancellationToken: ct));

    private static long? Slot(RunRecord record) => record.ScheduledAt is { } slot ? SqlTime.Of(slot) : null;

    private static bool IsBad(RunRecord record) =>
        record.Status is RunStatus.Degraded or RunStatus.Failed or RunStatus.Error or RunStatus.Aborted || record.Budgets.Any(budget => budget.Ok == false);

    private sealed record Row(long Id, string RunId, string? Status, string Worker);
}
