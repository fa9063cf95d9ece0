using Microsoft.Data.Sqlite;
using Synthetic.Benchmarks.Kills;

namespace Synthetic.SystemTests.Secrets;

/// <summary>A store that a test takes away from its worker and gives back.</summary>
internal sealed class StoreToLose : IAsyncDisposable
{
    private readonly PostgresServer? _server;
    private SqliteConnection? _holder;

    private StoreToLose(string address, PostgresServer? server) => (Address, _server) = (address, server);

    /// <summary>The store, as <c>--store</c> takes it.</summary>
    public string Address { get; }

    /// <summary>Makes one, or has the test ignored with the reason.</summary>
    /// <param name="kind"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <param name="path">The file of a SQLite database.</param>
    public static async Task<StoreToLose> OpenAsync(string kind, string path)
    {
        if (kind == "sqlite")
            return new StoreToLose($"sqlite:{path}", null);
        if (PostgresServer.Missing is { } why)
            Assert.Ignore(why);
        var server = await PostgresServer.StartAsync();
        if (!server.CanHalt)
            Assert.Ignore("a server that is given is not stopped");
        return new StoreToLose(await server.NewDatabaseAsync("results"), server);
    }

    /// <summary>A server is stopped; a file is written to by somebody else, who does not come to an end.</summary>
    public async Task TakeAwayAsync(CancellationToken ct)
    {
        if (_server is not null)
        {
            await _server.HaltAsync();
            return;
        }
        _holder = new SqliteConnection($"Data Source={Address["sqlite:".Length..]};Pooling=False");
        await _holder.OpenAsync(ct);
        await using var begin = _holder.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync(ct);
    }

    public async Task GiveBackAsync()
    {
        if (_server is not null)
            await _server.ResumeAsync();
        else if (_holder is not null)
            await _holder.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (_holder is not null)
            await _holder.DisposeAsync();
    }
}
