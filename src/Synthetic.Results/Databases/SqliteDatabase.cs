using System.Data.Common;
using DbUp;
using DbUp.Builder;
using Microsoft.Data.Sqlite;

namespace Synthetic.Results.Databases;

/// <summary>A SQLite file with a write-ahead log: readers and the one writer do not wait for each other.</summary>
internal sealed class SqliteDatabase : Database
{
    /// <summary>How long a write waits for one of another process, in milliseconds.</summary>
    private const int BusyTimeoutMs = 5_000;

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(50);

    // SQLite lets one write at a time; waiting here costs less than its own waiting, which sleeps.
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly string _path;
    private readonly string _connection;

    public SqliteDatabase(string path)
    {
        _path = Path.GetFullPath(path);
        _connection = new SqliteConnectionStringBuilder { DataSource = _path, ForeignKeys = true }.ToString();
    }

    public override IReadOnlyDictionary<string, string> Spellings { get; } = new Dictionary<string, string>
    {
        ["identity"] = "INTEGER PRIMARY KEY AUTOINCREMENT",
        ["bytes"] = "BLOB",
    };

    // The transaction has the whole file.
    public override string Locked => "";

    public override string Place => _path;

    public override UpgradeEngineBuilder Migrations()
    {
        using var connection = Open();
        // Stays with the file.
        Execute(connection, "PRAGMA journal_mode = WAL");
        return DeployChanges.To.SqliteDatabase(_connection);
    }

    public override async Task<IAsyncDisposable> LockMigrationsAsync(TimeProvider time, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        while (true)
        {
            try
            {
                // It stays: one who had opened it before it went would hold a file that nobody else finds.
                return new FileStream($"{_path}.migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (File.Exists($"{_path}.migrating"))
            {
                await Task.Delay(LockPause, time, ct);
            }
        }
    }

    // The driver has no asynchronous calls: each blocks its thread, which must not be the caller's.
    public override Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken ct) => Task.Run(
        async () =>
        {
            await using var connection = Open();
            return await read(connection);
        },
        ct);

    public override async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        return await Task.Run(
            async () =>
            {
                try
                {
                    await using var connection = Open();
                    await using var transaction = connection.BeginTransaction(deferred: false);
                    var result = await write(connection, transaction);
                    await transaction.CommitAsync(CancellationToken.None);
                    return result;
                }
                finally
                {
                    _writing.Release();
                }
            },
            CancellationToken.None);
    }

    // SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH.
    public override bool IsAboutData(DbException error) => error is SqliteException { SqliteErrorCode: 18 or 19 or 20 };

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearPool(new SqliteConnection(_connection));
        return ValueTask.CompletedTask;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        Execute(connection, $"PRAGMA busy_timeout = {BusyTimeoutMs}");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is this class's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
