using Microsoft.Data.Sqlite;

namespace Synthetic.Benchmarks.Scaling;

/// <summary>Fills a SQLite store with copies of runs that are there, under new ids and times: millions in minutes.</summary>
/// <param name="path">The file; nobody else has it open.</param>
/// <param name="components">Of which components the times are copied.</param>
internal sealed class CopiedRuns(string path, IReadOnlyList<string> components)
{
    /// <summary>Rounds in one transaction.</summary>
    private const int Batch = 500;

    /// <summary>The rounds that are asked for.</summary>
    private const string Rounds = "WITH RECURSIVE rounds (round) AS (SELECT @first UNION ALL SELECT round + 1 FROM rounds WHERE round < @last)";

    /// <summary>1 run in 100 failed, and 4 broke a budget, each scenario's at other times; the first scenario's never did.</summary>
    private const string Luck = "CASE WHEN seed.id = 1 THEN 99 ELSE (rounds.round * 7 + seed.id * 37) % 100 END";

    // In the order of each table's largest index, as far as one batch goes.
    private static readonly string[] Copies =
    [
        $"""
        {Rounds}
        INSERT INTO runs (id, run_id, scenario, location, scheduled_at, started_at, duration_ms, status, is_bad, bytes, worker)
        SELECT rounds.round * @seeds + seed.id,
            printf('%08x-%04x-7%03x-%04x-%012x', (seed.started_at + rounds.round * @every) >> 16, (seed.started_at + rounds.round * @every) & 65535,
                random() & 4095, 32768 | (random() & 16383), random() & 281474976710655),
            seed.scenario, seed.location, seed.scheduled_at + rounds.round * @every, seed.started_at + rounds.round * @every,
            seed.duration_ms * (0.9 + (random() & 255) / 1280.0),
            CASE WHEN {Luck} < 1 THEN 'failed' WHEN {Luck} < 5 THEN 'degraded' ELSE 'passed' END, {Luck} < 5, seed.bytes, seed.worker
        FROM rounds CROSS JOIN seed_runs AS seed
        """,
        $"{Rounds} INSERT INTO records (run, body) SELECT rounds.round * @seeds + seed.run, seed.body FROM rounds CROSS JOIN seed_records AS seed",
        $"""
        {Rounds}
        INSERT INTO component_times (run, scenario, step, component, started_at, ms)
        SELECT rounds.round * @seeds + seed.run, seed.scenario, seed.step, seed.component, seed.started_at + rounds.round * @every, seed.ms * (0.9 + (random() & 255) / 1280.0)
        FROM seed_times AS seed CROSS JOIN rounds
        """,
    ];

    /// <summary>Adds rounds; in each one every scenario is run once.</summary>
    /// <param name="seeds">How many runs the first round has, which is copied.</param>
    /// <param name="every">How long a round is.</param>
    /// <param name="first">The first round that is missing.</param>
    /// <param name="count">How many.</param>
    public void Add(int seeds, TimeSpan every, int first, int count)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        // What is lost with the power is filled again.
        Execute(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -3000000; PRAGMA temp_store = MEMORY");
        Execute(connection, $"""
            CREATE TEMP TABLE seed_runs AS SELECT * FROM runs WHERE id <= {seeds} ORDER BY id;
            CREATE TEMP TABLE seed_records AS SELECT * FROM records WHERE run <= {seeds} ORDER BY run;
            CREATE TEMP TABLE seed_times AS SELECT * FROM component_times WHERE run <= {seeds} AND component IN ('{string.Join("', '", components)}') ORDER BY scenario, step, component, started_at, run;
            """);
        using (var seeded = connection.CreateCommand())
        {
            seeded.CommandText = "SELECT COUNT(*) FROM seed_times";
            if ((long)seeded.ExecuteScalar()! != (long)seeds * components.Count)
                throw new InvalidOperationException($"not each of the {seeds} runs has a time of each of {string.Join(", ", components)}");
        }
        for (var round = first; round < first + count; round += Batch)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var copy in Copies)
                Execute(connection, copy, transaction, ("@seeds", seeds), ("@every", (long)every.TotalMilliseconds), ("@first", round), ("@last", Math.Min(round + Batch, first + count) - 1));
            transaction.Commit();
        }
        Execute(connection, "PRAGMA journal_mode = WAL");
    }

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // The text is this class's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
