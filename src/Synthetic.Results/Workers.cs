using System.Data.Common;
using Dapper;
using Synthetic.Core.Reporting;

namespace Synthetic.Results;

/// <summary>Which workers live: those that said so lately.</summary>
internal static class Workers
{
    /// <summary>Who was seen before this is dead; by the workers' own clocks, which have to agree within seconds.</summary>
    public static long DeadBefore(TimeProvider time) => SqlTime.Of(time.GetUtcNow() - IStoreUpkeep.Silence);

    public static Task<bool> LivesAsync(DbConnection connection, DbTransaction transaction, string id, TimeProvider time, CancellationToken ct) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "SELECT COUNT(*) > 0 FROM workers WHERE id = @id AND seen_at > @Since", new { id, Since = DeadBefore(time) }, transaction, cancellationToken: ct));
}
