using System.Data.Common;
using Dapper;
using DbUp;
using DbUp.Builder;
using DbUp.Postgresql;
using Npgsql;

namespace Synthetic.Results.Databases;

/// <summary>A PostgreSQL database, which several workers may share.</summary>
internal sealed class PostgresDatabase : Database
{
    /// <summary>The advisory lock that migrations hold: "Syntheti" in ASCII.</summary>
    private const long MigrationLock = 0x53796e7468657469;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnectionStringBuilder _settings;

    public PostgresDatabase(NpgsqlConnectionStringBuilder settings)
    {
        _settings = settings;
        _source = NpgsqlDataSource.Create(settings);
    }

    public override IReadOnlyDictionary<string, string> Spellings { get; } = new Dictionary<string, string>
    {
        ["identity"] = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
        ["bytes"] = "BYTEA",
    };

    public override string Locked => " FOR UPDATE";

    public override string Place => $"{_settings.Host}/{_settings.Database}";

    public override UpgradeEngineBuilder Migrations() =>
        DeployChanges.To.PostgresqlDatabase(new PostgresqlConnectionManager(_source));

    public override async Task<IAsyncDisposable> LockMigrationsAsync(TimeProvider time, CancellationToken ct)
    {
        // Of its own: the lock goes with the session, whatever becomes of this process.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(@MigrationLock)", new { MigrationLock }, cancellationToken: ct));
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        return await read(connection);
    }

    public override async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var result = await write(connection, transaction);
        await transaction.CommitAsync(ct);
        return result;
    }

    // Class 22, data exception; class 23, integrity constraint violation.
    public override bool IsAboutData(DbException error) => error.SqlState is ['2', '2' or '3', ..];

    public override ValueTask DisposeAsync() => _source.DisposeAsync();
}
