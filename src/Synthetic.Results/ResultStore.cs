using System.Data.Common;
using Synthetic.Core.Reporting;
using Synthetic.Results.Databases;

namespace Synthetic.Results;

/// <summary>An open store: SQLite or PostgreSQL, with its tables up to date.</summary>
public sealed class ResultStore : IAsyncDisposable
{
    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(30);

    private readonly Database _database;

    private ResultStore(Database database, WorkerIdentity worker, TimeProvider time)
    {
        _database = database;
        Runs = new SqlRunStore(database, worker, time);
        Upkeep = new SqlUpkeep(database, worker, time);
        var history = new SqlHistory(database);
        (History, Values) = (history, history);
        Maintenance = new SqlMaintenance(database, time);
        GivenUp = new SqlGivenUpMessages(database, time);
    }

    /// <summary>Keeps runs.</summary>
    public IRunStore Runs { get; }

    /// <summary>What the store needs from a worker.</summary>
    public IStoreUpkeep Upkeep { get; }

    /// <summary>Reads kept runs.</summary>
    public IRunHistory History { get; }

    /// <summary>Reads what baselines are made from.</summary>
    public IComponentValues Values { get; }

    /// <summary>The alerts that could not be delivered.</summary>
    public IGivenUpMessages GivenUp { get; }

    /// <summary>The maintenance windows that were asked for.</summary>
    public IMaintenanceStore Maintenance { get; }

    /// <summary>Opens a store, creates it where it is not there, and brings its tables up to date.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="location">Where this worker runs scenarios.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Gives it up.</param>
    /// <exception cref="StoreUnavailableException">It can't be reached or written, or a newer version has written it.</exception>
    public static async Task<ResultStore> OpenAsync(StoreAddress address, string location, TimeProvider time, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var late = new CancellationTokenSource(LongestOpening, time);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct, late.Token);
        var database = address.Open();
        try
        {
            await SchemaMigrations.RunAsync(database, time, deadline.Token);
            var store = new ResultStore(database, new WorkerIdentity($"{Environment.MachineName}/{Guid.CreateVersion7(time.GetUtcNow())}", location), time);
            // What had to be brought up to date may have taken longer than opening may.
            using var lateAgain = new CancellationTokenSource(LongestOpening, time);
            using var beat = CancellationTokenSource.CreateLinkedTokenSource(ct, lateAgain.Token);
            await store.Upkeep.BeatAsync(beat.Token);
            return store;
        }
        catch (Exception error) when (error is DbException or IOException or UnauthorizedAccessException or TimeoutException
            || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            await database.DisposeAsync();
            var why = error is OperationCanceledException ? $"it did not open within {LongestOpening.TotalSeconds:0} s" : error.Message.TrimEnd('.');
            throw new StoreUnavailableException($"results can't be kept in {database.Place}: {why}. --store sqlite:PATH keeps them elsewhere, --store none not at all", error);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
