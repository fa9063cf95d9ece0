using System.Data.Common;
using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Synthetic.SystemTests.Secrets;

/// <summary>Everything that stands in a store, as text.</summary>
internal static class StoreDump
{
    /// <summary>A text for each column of each row; records decompressed.</summary>
    public static async Task<IReadOnlyList<(string Where, string Text)>> RowsAsync(string address, CancellationToken ct)
    {
        var kind = address[..address.IndexOf(':', StringComparison.Ordinal)];
        var rest = address[(kind.Length + 1)..];
        await using DbConnection connection = kind == "sqlite" ? new SqliteConnection($"Data Source={rest};Pooling=False") : new Npgsql.NpgsqlConnection($"{rest};Pooling=False");
        await connection.OpenAsync(ct);
        var tables = await ColumnsAsync(
            connection, kind == "sqlite" ? "SELECT name FROM sqlite_master WHERE type = 'table'" : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'", ct);
        var all = new List<(string, string)>();
        foreach (var table in tables)
            all.AddRange((await ColumnsAsync(connection, $"SELECT * FROM \"{table.Text}\"", ct)).Select(column => ($"{table.Text}.{column.Where}", column.Text)));
        return all;
    }

    private static async Task<IReadOnlyList<(string Where, string Text)>> ColumnsAsync(DbConnection connection, string query, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var all = new List<(string, string)>();
        while (await reader.ReadAsync(ct))
        {
            for (var column = 0; column < reader.FieldCount; column++)
                all.Add((reader.GetName(column), reader.GetValue(column) is byte[] packed ? Unpacked(packed) : $"{reader.GetValue(column)}"));
        }
        return all;
    }

    private static string Unpacked(byte[] packed)
    {
        using var text = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        return text.ReadToEnd();
    }
}
