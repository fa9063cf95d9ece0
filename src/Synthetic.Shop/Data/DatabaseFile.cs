using Microsoft.Data.Sqlite;

namespace Synthetic.Shop;

/// <summary>The SQLite file of a shop. A temporary one goes away with it.</summary>
internal sealed class DatabaseFile : IDisposable
{
    private readonly string _path;
    private readonly bool _temporary;
    private readonly string _connectionString;

    internal DatabaseFile(string? path)
    {
        _temporary = path is null;
        _path = path ?? Path.Combine(Path.GetTempPath(), $"shop-{Path.GetRandomFileName()}.db");
        _connectionString = new SqliteConnectionStringBuilder { DataSource = _path, ForeignKeys = true }.ToString();
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(connection);
        if (!_temporary)
            return;
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            File.Delete(_path + suffix);
    }

    internal SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        // The shop is rebuilt at every start; a lost order after a power cut is no loss.
        Run(connection, "PRAGMA synchronous = NORMAL");
        return connection;
    }

    internal static int Run(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    internal static long Number(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(connection, sql, values);
        return (long)command.ExecuteScalar()!;
    }

    internal static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every caller passes a constant; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
