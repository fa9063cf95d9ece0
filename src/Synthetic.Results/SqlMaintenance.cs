using System.Text.Json;
using Dapper;
using Synthetic.Core.Reporting;
using Synthetic.Core.Scenarios;
using Synthetic.Results.Databases;

namespace Synthetic.Results;

/// <summary>Maintenance windows in a database.</summary>
internal sealed class SqlMaintenance(Database database, TimeProvider time) : IMaintenanceStore
{
    public async Task<string> AddAsync(MaintenanceWindow window, CancellationToken ct)
    {
        var id = $"{Guid.CreateVersion7(time.GetUtcNow())}";
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
                "INSERT INTO maintenance (id, reason, scenarios, from_at, to_at) VALUES (@id, @Reason, @Scenarios, @From, @To)",
                new { id, window.Reason, Scenarios = JsonSerializer.Serialize(window.Scenarios), From = SqlTime.Of(window.From!.Value), To = SqlTime.Of(window.To!.Value) },
                transaction, cancellationToken: ct)),
            ct);
        return id;
    }

    public Task<IReadOnlyList<KeptWindow>> ListAsync(DateTimeOffset now, CancellationToken ct) => database.ReadAsync(
        async connection =>
        {
            var rows = await connection.QueryAsync<(string Id, string Reason, string Scenarios, long From, long To)>(new CommandDefinition(
                "SELECT id, reason, scenarios, from_at, to_at FROM maintenance WHERE to_at > @Now ORDER BY from_at, id", new { Now = SqlTime.Of(now) }, cancellationToken: ct));
            return (IReadOnlyList<KeptWindow>)
            [
                .. rows.Select(row => new KeptWindow(row.Id, new MaintenanceWindow
                {
                    Reason = row.Reason,
                    Scenarios = JsonSerializer.Deserialize<string[]>(row.Scenarios)!,
                    From = SqlTime.Read(row.From),
                    To = SqlTime.Read(row.To),
                })),
            ];
        },
        ct);

    public async Task<bool> RemoveAsync(string id, CancellationToken ct) => await database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM maintenance WHERE id = @id", new { id }, transaction, cancellationToken: ct)),
        ct) == 1;
}
