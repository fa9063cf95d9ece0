using System.Data.Common;
using DbUp.Builder;

namespace Synthetic.Results.Databases;

/// <summary>A database of one kind: how it is opened, written to and brought up to date. All else is the same SQL for both.</summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>How the schema's scripts spell what the kinds of database spell differently.</summary>
    public abstract IReadOnlyDictionary<string, string> Spellings { get; }

    /// <summary>What a query ends with that keeps the rows it reads for its transaction.</summary>
    public abstract string Locked { get; }

    /// <summary>Where it is, without secrets.</summary>
    public abstract string Place { get; }

    /// <summary>Where migrations are run.</summary>
    public abstract UpgradeEngineBuilder Migrations();

    /// <summary>Keeps other workers from migrating meanwhile.</summary>
    public abstract Task<IAsyncDisposable> LockMigrationsAsync(TimeProvider time, CancellationToken ct);

    /// <summary>Reads; what is read is of one instant only within one statement.</summary>
    public abstract Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken ct);

    /// <summary>Writes in one transaction: all of it, or nothing where <paramref name="write"/> throws.</summary>
    public abstract Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken ct);

    /// <summary>Whether an error says that the data are wrong, and not that the database is away or full.</summary>
    public abstract bool IsAboutData(DbException error);

    public abstract ValueTask DisposeAsync();
}
