using Dapper;
using Synthetic.Core.Alerting;
using Synthetic.Core.Reporting;
using Synthetic.Results.Databases;

namespace Synthetic.Results;

/// <summary>The messages that could not be delivered.</summary>
internal sealed class SqlGivenUpMessages(Database database, TimeProvider time) : IGivenUpMessages
{
    public Task<IReadOnlyList<OutboxMessage>> ListAsync(string notifier, CancellationToken ct) => database.ReadAsync(
        async connection =>
        {
            var rows = await connection.QueryAsync<(string Alert, long CreatedAt)>(new CommandDefinition(
                "SELECT alert, created_at FROM outbox WHERE notifier = @notifier AND given_up_at IS NOT NULL ORDER BY id",
                new { notifier }, cancellationToken: ct));
            return (IReadOnlyList<OutboxMessage>)
                [.. rows.Select(row => new OutboxMessage(notifier, AlertJson.ReadAlert(row.Alert), SqlTime.Read(row.CreatedAt)))];
        },
        ct);

    // From now on, or the first failure would give them up again.
    public Task<int> SendAgainAsync(string notifier, CancellationToken ct) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(new CommandDefinition(
            "UPDATE outbox SET given_up_at = NULL, created_at = @Now WHERE notifier = @notifier AND given_up_at IS NOT NULL",
            new { Now = SqlTime.Of(time.GetUtcNow()), notifier }, transaction, cancellationToken: ct)),
        ct);
}
