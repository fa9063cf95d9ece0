using Synthetic.Results.Databases;

namespace Synthetic.Results;

/// <summary>Brings a database's tables up to date: each script once, in order, each in a transaction of its own, and never backwards.</summary>
internal static class SchemaMigrations
{
    /// <summary>An index of a table of ten million runs takes minutes.</summary>
    private static readonly TimeSpan LongestScript = TimeSpan.FromHours(1);

    /// <summary>Runs what is missing, while no other worker does.</summary>
    /// <param name="database">The database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Ends the wait for another worker.</param>
    /// <exception cref="StoreUnavailableException">A newer version wrote the database, or a script failed.</exception>
    public static async Task RunAsync(Database database, TimeProvider time, CancellationToken ct)
    {
        await using var mine = await database.LockMigrationsAsync(time, ct);
        await Task.Run(() => Run(database), CancellationToken.None);
    }

    private static void Run(Database database)
    {
        var engine = database.Migrations()
            .WithScriptsEmbeddedInAssembly(typeof(SchemaMigrations).Assembly)
            .WithVariables(database.Spellings.ToDictionary())
            .WithTransactionPerScript()
            .WithExecutionTimeout(LongestScript)
            .LogToNowhere()
            .Build();
        var known = engine.GetDiscoveredScripts().Select(script => script.Name);
        if (engine.GetExecutedScripts().Except(known, StringComparer.Ordinal).FirstOrDefault() is { } newer)
            throw new StoreUnavailableException($"a newer version of Synthetic has written {database.Place} ({newer}): run that version, or keep results elsewhere (--store)");
        if (engine.PerformUpgrade() is { Successful: false } failed)
            throw new StoreUnavailableException($"the tables of {database.Place} could not be brought up to date: {failed.ErrorScript?.Name}: {failed.Error.Message}", failed.Error);
    }
}
