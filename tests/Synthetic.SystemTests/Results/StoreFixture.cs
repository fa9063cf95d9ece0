using Synthetic.Benchmarks.Kills;
using Synthetic.Results;

namespace Synthetic.SystemTests.Results;

/// <summary>A store of one kind: empty ones for tests, and several workers on one of them.</summary>
internal sealed class StoreFixture : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthetic-store").FullName;
    private readonly PostgresServer? _server;

    private StoreFixture(PostgresServer? server) => _server = server;

    /// <summary>Opens one, or has the test ignored with the reason.</summary>
    public static async Task<StoreFixture> OpenAsync(string kind)
    {
        if (kind == "sqlite")
            return new StoreFixture(null);
        if (PostgresServer.Missing is { } why)
            Assert.Ignore(why);
        return new StoreFixture(await PostgresServer.StartAsync());
    }

    /// <summary>The address of a store that is not there yet.</summary>
    public async Task<string> NewAddressAsync()
    {
        var name = $"test_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        return _server is null ? $"sqlite:{Path.Combine(_folder, name)}.db" : await _server.NewDatabaseAsync(name);
    }

    /// <summary>The address of a copy of a kept store: a SQLite file, or what <c>pg_dump</c> made of a PostgreSQL database.</summary>
    public async Task<string> CopyAsync(string path)
    {
        var address = await NewAddressAsync();
        if (_server is null)
        {
            File.Copy(path, address["sqlite:".Length..]);
            return address;
        }
        await using var source = Npgsql.NpgsqlDataSource.Create(address["postgres:".Length..]);
#pragma warning disable CA2100 // The text is a file of the tests.
        await using var restore = source.CreateCommand(await File.ReadAllTextAsync(path));
#pragma warning restore CA2100
        await restore.ExecuteNonQueryAsync();
        return address;
    }

    /// <summary>A worker's way into a store.</summary>
    public static Task<ResultStore> WorkerAsync(string address, TimeProvider time, string location = "local") =>
        ResultStore.OpenAsync(StoreAddress.Parse(address, out _)!, location, time, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
